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
import org.zhengdun.shared.web.Language;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** The published lifecycle, and the notices that its moves leave. */
@Path("")
@Authenticated
@Tag(name = "Lifecycle")
class LifecycleResource {

    private final Language language;
    private final NoticeQueries notices;

    LifecycleResource(Language language, NoticeQueries notices) {
        this.language = language;
        this.notices = notices;
    }

    @GET
    @Path("lifecycle")
    @Allowed(Permission.SELF)
    @Operation(operationId = "getLifecycle", summary = "Read the lifecycle: states, moves, roles, fields, gates")
    public Lifecycle lifecycle() {
        return Lifecycle.of(language::label);
    }

    @GET
    @Path("notices")
    @Allowed(Permission.NOTICE_READ)
    @Operation(operationId = "listNotices", summary = "List the notices to the units in the caller's scope, newest first")
    public Page<NoticeQueries.NoticeRow> notices(@Valid @BeanParam PageRequest page) {
        return notices.page(page);
    }
}
