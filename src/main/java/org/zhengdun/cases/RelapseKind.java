package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;

/** How a transformed branch fell back (docs/domain.md sections 1 and 6). */
enum RelapseKind {
    /** Within observation: the same case went back to rectification. */
    REVOKED,
    /** Listed again within the relapse window after transformation; counted as relapse. */
    RELISTED_IN_WINDOW,
    /** Listed again later; not counted as relapse. */
    RELISTED_LATER;

    /** Whether it counts in the relapse rate. */
    boolean counts() {
        return this != RELISTED_LATER;
    }

    /**
     * How one cycle fell back.
     *
     * @param revocations   how often its transformation was revoked
     * @param transformedAt its last transformation
     * @param relistedAt    when the branch was listed again
     */
    static List<RelapseKind> of(int revocations, @Nullable Instant transformedAt, @Nullable Instant relistedAt,
            int windowMonths) {
        List<RelapseKind> kinds = new ArrayList<>();
        if (revocations > 0) {
            kinds.add(REVOKED);
        }
        if (transformedAt != null && relistedAt != null) {
            LocalDate last = LocalDate.ofInstant(transformedAt, Days.ZONE).plusMonths(windowMonths);
            kinds.add(LocalDate.ofInstant(relistedAt, Days.ZONE).isAfter(last) ? RELISTED_LATER : RELISTED_IN_WINDOW);
        }
        return kinds;
    }
}
