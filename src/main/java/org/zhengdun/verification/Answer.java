package org.zhengdun.verification;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What the team found for one item: a score, not applicable, or whether the veto is triggered. */
@Embeddable
record Answer(@Column(name = "score") @Nullable BigDecimal score,
        @Column(name = "not_applicable") boolean notApplicable,
        @Column(name = "veto_triggered") @Nullable Boolean vetoTriggered,
        @Column(name = "evidence") @Nullable String evidence) {

    static final Answer NONE = new Answer(null, false, null, null);

    boolean answers(ChecklistItem item) {
        return notApplicable || (item.veto() ? vetoTriggered != null : score != null);
    }

    boolean hasEvidence() {
        return evidence != null && !evidence.isBlank();
    }

    boolean triggersVeto() {
        return vetoTriggered != null && vetoTriggered;
    }

    BigDecimal earned() {
        return score == null ? BigDecimal.ZERO : score;
    }
}
