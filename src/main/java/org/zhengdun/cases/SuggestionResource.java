package org.zhengdun.cases;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Cases that should be supervised directly. */
@Path("supervision-suggestions")
@Authenticated
@Tag(name = "Cycles")
class SuggestionResource {

    private final SupervisionQueries queries;

    SuggestionResource(SupervisionQueries queries) {
        this.queries = queries;
    }

    @GET
    @Allowed(Permission.CASE_SUPERVISE)
    @Operation(operationId = "listSupervisionSuggestions", summary = "List the cases that the rules suggest for direct supervision, with the reasons")
    public Page<SupervisionSuggestion> list(@Valid @BeanParam PageRequest page) {
        return queries.suggestions(page);
    }
}
