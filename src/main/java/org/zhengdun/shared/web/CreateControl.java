package org.zhengdun.shared.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What steers the creation of an object: repeat safely, or only try. */
public class CreateControl {

    static final String KEY = "Idempotency-Key";

    @HeaderParam(KEY)
    @Parameter(description = "Repeats with the same key and body get the first answer again for 24 hours")
    @Nullable
    String idempotencyKey;

    @QueryParam("dryRun")
    @Parameter(description = "Check and answer as usual, change nothing")
    boolean dryRun;

    /** Whether a repetition gets the first answer again. */
    public boolean isRepeatable() {
        return idempotencyKey != null;
    }

    /** For an operation that is repeatable by itself: only whether it is tried is steered. */
    public static CreateControl tried(boolean dryRun) {
        CreateControl control = new CreateControl();
        control.dryRun = dryRun;
        return control;
    }

    /** For a creation that has its own meaning of a dry run: only repeats are steered. */
    public static CreateControl repeatable(@Nullable String idempotencyKey) {
        CreateControl control = new CreateControl();
        control.idempotencyKey = idempotencyKey;
        return control;
    }
}
