package org.zhengdun.reports;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;
import org.zhengdun.shared.web.Reads;
import org.zhengdun.shared.web.Writes;

/** Monthly reports of townships. */
@Path("monthly-reports")
@Authenticated
@Tag(name = "Monthly reports")
class MonthlyReportResource {

    private final ReportQueries queries;
    private final ReportDesk desk;
    private final Caller caller;
    private final Reads reads;
    private final Writes writes;

    MonthlyReportResource(ReportQueries queries, ReportDesk desk, Caller caller, Reads reads, Writes writes) {
        this.queries = queries;
        this.desk = desk;
        this.caller = caller;
        this.reads = reads;
        this.writes = writes;
    }

    @GET
    @Allowed(Permission.REPORT_READ)
    @Operation(operationId = "listMonthlyReports", summary = "List monthly reports with their light, latest month first")
    public Page<ReportRow> list(@Valid @BeanParam ReportFilter filter, @Valid @BeanParam PageRequest page) {
        return queries.page(filter, page);
    }

    @GET
    @Path("count")
    @Allowed(Permission.REPORT_READ)
    @Operation(operationId = "countMonthlyReports", summary = "Count monthly reports: due, on time, late, missed")
    public ReportCount count(
            @QueryParam("unit") @Parameter(description = "Only reports of townships under this org unit") @Nullable Integer unit,
            @QueryParam("month") @Parameter(description = "The month, for example 2026-11") @NotNull @Pattern(regexp = ReportMonth.PATTERN) String month) {
        ReportFilter filter = new ReportFilter();
        filter.unit = unit;
        filter.month = month;
        return queries.count(filter);
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.REPORT_READ)
    @Operation(operationId = "getMonthlyReport", summary = "Read a monthly report with its editions")
    public RestResponse<ReportDetail> get(@PathParam("id") long id) {
        ReportDetail detail = queries.find(id, caller.scope(Permission.REPORT_READ)).detail();
        return reads.versioned(detail, detail.version());
    }

    @POST
    @Allowed(Permission.REPORT_SUBMIT)
    @ResponseStatus(201)
    @Operation(operationId = "submitMonthlyReport", summary = "Submit the report of a township for a round and month")
    public RestResponse<ReportDetail> submit(@BeanParam CreateControl control, @Valid @NotNull ReportRequest body) {
        return writes.run(control, body, () -> desk.submit(body));
    }

    @POST
    @Path("{id}/corrections")
    @Allowed(Permission.REPORT_SUBMIT)
    @Operation(operationId = "correctMonthlyReport", summary = "Submit one more edition of a report, with the reason")
    public RestResponse<ReportDetail> correct(@PathParam("id") long id, @BeanParam ChangeControl control,
            @Valid @NotNull CorrectionRequest body) {
        return writes.run(control, body, () -> desk.correct(id, control, body));
    }
}
