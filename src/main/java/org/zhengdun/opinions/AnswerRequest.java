package org.zhengdun.opinions;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/**
 * The opinion of a department.
 *
 * @param text required unless the department agrees
 */
@Schema(name = "OpinionAnswerRequest")
record AnswerRequest(@NotNull Answer answer, @Nullable @Size(max = 4000) String text) {

    List<Invalid> invalid() {
        return answer != Answer.AGREE && (text == null || text.isBlank())
                ? List.of(Invalid.of("/text", "opinion.text-required"))
                : List.of();
    }
}
