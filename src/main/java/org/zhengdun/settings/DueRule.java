package org.zhengdun.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many days after its start something is due.
 *
 * @param days 0 when there is no rule
 */
@Schema(name = "DueRule")
public record DueRule(@Min(0) @Max(1000) int days, BudgetUnit unit) {

    /** Whether a date follows from it. */
    public boolean gives() {
        return days > 0;
    }
}
