package org.zhengdun.cases;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Language;

/** Which departments a case concerns. */
@Path("cases/{id}/department-suggestions")
@Authenticated
@Tag(name = "Cases")
class DepartmentResource {

    private final OpenCases open;
    private final DepartmentQueries queries;
    private final Language language;

    DepartmentResource(OpenCases open, DepartmentQueries queries, Language language) {
        this.open = open;
        this.queries = queries;
        this.language = language;
    }

    @GET
    @Allowed(Permission.CASE_CATEGORY_READ)
    @Operation(operationId = "suggestDepartments", summary = "Suggest departments for a case, with the reasons", description = """
            From the lead and supporting departments of its main and further categories; the first ones fit as paired
            unit. Not for machines that pull statistics.""")
    public DepartmentQueries.Suggestions list(@PathParam("id") long id) {
        return queries.of(open.readCategories(id).caseId(), language.isEnglish());
    }
}
