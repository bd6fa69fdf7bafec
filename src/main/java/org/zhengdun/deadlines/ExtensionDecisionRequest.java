package org.zhengdun.deadlines;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision on an extension or a suspension. */
@Schema(name = "ExtensionDecisionRequest")
record ExtensionDecisionRequest(@NotNull Decision decision, @NotBlank @Size(max = 2000) String reason) {

    /** What can be decided. */
    enum Decision {
        /** The later date holds, or the clock stops. */
        APPROVE(ExtensionState.APPROVED),
        /** The date stays and the clock runs. */
        REJECT(ExtensionState.REJECTED);

        private final ExtensionState result;

        Decision(ExtensionState result) {
            this.result = result;
        }

        ExtensionState result() {
            return result;
        }
    }
}
