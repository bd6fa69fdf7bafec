package org.zhengdun.helpers;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Attendance of first secretaries. */
@Path("helpers/attendance")
@Authenticated
@Tag(name = "Visits")
class AttendanceResource {

    private final AttendanceQueries queries;

    AttendanceResource(AttendanceQueries queries) {
        this.queries = queries;
    }

    @GET
    @Allowed(Permission.ATTENDANCE_READ)
    @Operation(operationId = "listAttendance", summary = "List the days on site of first secretaries in a month, one row for each assignment", description = "A helper without a grant sees his own rows.")
    public Page<AttendanceRow> list(@BeanParam AttendanceFilter filter, @Valid @BeanParam PageRequest page) {
        return queries.page(filter, page);
    }
}
