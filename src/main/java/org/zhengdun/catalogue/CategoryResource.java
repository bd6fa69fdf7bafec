package org.zhengdun.catalogue;

import java.util.List;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.MergePatch;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** The catalogue of problem categories. */
@Path("catalogue/categories")
@Authenticated
@Tag(name = "Catalogue")
class CategoryResource {

    private final CategoryOffice office;
    private final CategoryQueries queries;
    private final Units units;
    private final Caller caller;
    private final Reads reads;
    private final Writes writes;

    CategoryResource(CategoryOffice office, CategoryQueries queries, Units units, Caller caller, Reads reads,
            Writes writes) {
        this.office = office;
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CATALOGUE_READ)
    @Operation(operationId = "listCategories", summary = "List the categories that a unit may use, in order of their codes")
    public Page<CategoryRow> list(@BeanParam @Valid PageRequest page,
            @QueryParam("unit") @Parameter(description = "A unit of the caller's scope; his first one by default") @Nullable Integer unit,
            @QueryParam("includeRetired") @Parameter(description = "Also categories that are no longer used") boolean includeRetired) {
        return queries.page(path(unit), includeRetired, page);
    }

    @GET
    @Path("{code}")
    @Allowed(Permission.CATALOGUE_READ)
    @Operation(operationId = "getCategory", summary = "Read a category with all its versions")
    public RestResponse<CategoryDetail> get(@PathParam("code") String code) {
        CategoryDetail detail = queries.find(code, caller.scope(Permission.CATALOGUE_READ)).detail();
        return reads.versioned(detail, detail.current().version());
    }

    @POST
    @Allowed(Permission.CATALOGUE_WRITE)
    @Operation(operationId = "addCategory", summary = "Add a category for a province, city or county")
    public RestResponse<CategoryDetail> add(@BeanParam CreateControl control, @Valid @NotNull AddCategoryRequest body) {
        return writes.run(control, body, () -> office.add(body));
    }

    @PATCH
    @Path("{code}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Allowed(Permission.CATALOGUE_WRITE)
    @Operation(operationId = "changeCategory", summary = "Change a local category; cases keep the version they were recorded with")
    @RequestBody(content = {
            @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = Object.class)),
            @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class))})
    public RestResponse<CategoryDetail> change(@PathParam("code") String code, @BeanParam ChangeControl control,
            @NotNull MergePatch body) {
        return writes.run(control, body, () -> office.change(code, control, body));
    }

    @POST
    @Path("{code}/retire")
    @Allowed(Permission.CATALOGUE_WRITE)
    @Operation(operationId = "retireCategory", summary = "Retire a local category; existing cases keep it")
    public RestResponse<CategoryDetail> retire(@PathParam("code") String code, @BeanParam ChangeControl control) {
        return writes.run(control, List.of(), () -> office.retire(code, control));
    }

    private int[] path(@Nullable Integer unit) {
        Scope scope = caller.scope(Permission.CATALOGUE_READ);
        if (unit != null) {
            return units.inScope(unit, scope).path();
        }
        return scope.roots().isEmpty() ? new int[]{Units.ROOT} : scope.roots().getFirst().path();
    }
}
