package org.zhengdun.tasks;

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

/** The inbox of the caller. */
@Path("me/tasks")
@Authenticated
@Tag(name = "Tasks")
class TaskResource {

    private final TaskQueries queries;

    TaskResource(TaskQueries queries) {
        this.queries = queries;
    }

    @GET
    @Allowed(Permission.SELF)
    @Operation(operationId = "listTasks", summary = "List what waits for the caller, what is due first comes first", description = "Everything over all cases that the caller can do now, in one order; without due date last.")
    public Page<TaskRow> list(@Valid @BeanParam PageRequest page) {
        return queries.page(page);
    }
}
