package org.zhengdun.deadlines;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Acting;

/**
 * Who changed a deadline, and why.
 *
 * @param by null when a rule did it without anybody
 */
public record Note(@Nullable Acting by, @Nullable String reason) {

    public static Note by(Acting acting) {
        return new Note(acting, null);
    }

    public static Note byRule() {
        return new Note(null, null);
    }

    @Nullable
    Long accountId() {
        return by == null ? null : by.accountId();
    }
}
