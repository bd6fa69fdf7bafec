package org.zhengdun.cases;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Cases that should be supervised directly. */
@Path("supervision-suggestions")
@Authenticated
@Tag(name = "Cycles")
class SuggestionResource {

    private final SupervisionQueries queries;
    private final RestrictedLists lists;
    private final Caller caller;

    SuggestionResource(SupervisionQueries queries, RestrictedLists lists, Caller caller) {
        this.queries = queries;
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @Allowed(Permission.CASE_SUPERVISE)
    @Operation(operationId = "listSupervisionSuggestions", summary = "List the cases that the rules suggest for direct supervision, with the reasons")
    public Page<SupervisionSuggestion> list(@Valid @BeanParam PageRequest page) {
        Page<SupervisionSuggestion> found = queries.suggestions(page);
        List<Long> restricted = found.items().stream().filter(SupervisionSuggestion::tellsRestricted).map(
                SupervisionSuggestion::caseId).toList();
        if (!restricted.isEmpty()) {
            lists.seen("supervision.suggest", Permission.CASE_SUPERVISE, caller.scope(Permission.CASE_SUPERVISE),
                    restricted);
        }
        return found;
    }
}
