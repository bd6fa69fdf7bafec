package org.zhengdun.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.problem.ProblemDocuments;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;

/** The catalogue of problem types. */
@Path("problems")
@Tag(name = "Contract")
@PermitAll
class ProblemResource {

    private final Language language;

    ProblemResource(Language language) {
        this.language = language;
    }

    /** One type of problem document. */
    @Schema(name = "ProblemTypeRow")
    record ProblemTypeRow(String type, int status, String title, String meaning) {}

    /** All types of problem documents. */
    @Schema(name = "ProblemTypes")
    record ProblemTypes(List<ProblemTypeRow> items) {}

    @GET
    @Allowed(Permission.PUBLIC)
    @Operation(operationId = "listProblemTypes", summary = "List all problem types with their meaning")
    public ProblemTypes list() {
        return new ProblemTypes(Stream.of(ProblemType.values()).map(this::row).toList());
    }

    private ProblemTypeRow row(ProblemType type) {
        Locale locale = language.isEnglish() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new ProblemTypeRow(type.uri(), type.status(), ProblemDocuments.title(type, locale),
                language.text(Message.of("meaning." + type.slug())));
    }
}
