package org.zhengdun.deadlines;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Writes;

/** Calendars of working days. */
@Path("calendars")
@Authenticated
@Tag(name = "Deadlines")
class CalendarResource {

    private final CalendarQueries queries;
    private final PublishCalendar publish;
    private final Writes writes;

    CalendarResource(CalendarQueries queries, PublishCalendar publish, Writes writes) {
        this.queries = queries;
        this.publish = publish;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.CALENDAR_READ)
    @Operation(operationId = "listCalendars", summary = "List calendars of working days, newest first", description = "At a place the newest version of the nearest unit counts, province before nation.")
    public Page<CalendarDetail> list(
            @QueryParam("year") @Parameter(description = "Only calendars of this year") @Nullable Integer year,
            @Valid @BeanParam PageRequest page) {
        return queries.page(year, page);
    }

    @POST
    @Allowed(Permission.CALENDAR_WRITE)
    @ResponseStatus(201)
    @Operation(operationId = "publishCalendar", summary = "Publish the calendar of a year for the nation or a province", description = "A calendar is never changed: publishing again makes its next version. Open dates counted in working days that touch the year are counted again; suspended days stay.")
    public RestResponse<CalendarDetail> publish(@BeanParam CreateControl control,
            @Valid @NotNull CalendarRequest body) {
        return writes.run(control, body, () -> publish.run(body));
    }
}
