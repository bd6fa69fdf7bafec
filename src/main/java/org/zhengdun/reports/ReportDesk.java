package org.zhengdun.reports;

import java.time.YearMonth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Note;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Takes reports and their corrections in. */
@RequestScoped
class ReportDesk {

    private final OwedReports owed;
    private final MonthlyReports reports;
    private final ReportQueries queries;
    private final FigureQueries figures;
    private final Deadlines deadlines;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Days days;

    ReportDesk(OwedReports owed, MonthlyReports reports, ReportQueries queries, FigureQueries figures,
            Deadlines deadlines, Units units, Caller caller, ChangeLog changes, Jdbi jdbi, ObjectMapper json,
            Days days) {
        this.owed = owed;
        this.reports = reports;
        this.queries = queries;
        this.figures = figures;
        this.deadlines = deadlines;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.jdbi = jdbi;
        this.json = json;
        this.days = days;
    }

    Written submit(ReportRequest request) {
        Unit unit = units.referenced(request.unitId(), caller.scope(Permission.REPORT_SUBMIT), "/unitId");
        Acting acting = caller.requireActing(Permission.REPORT_SUBMIT, unit.path());
        long id = owed(unit, request);
        MonthlyReport report = reports.lock(id);
        write(report, report.submit(days.today()), request.progress(), null, acting);
        deadlines.meet(DeadlineKind.REPORT, id, days.today(), Note.by(acting));
        ReportDetail detail = detail(id);
        changes.record(acting, Change.created("report.submit", "report", id, unit.path(), detail));
        return Written.created(detail, detail.version(), "/api/v1/monthly-reports/" + id);
    }

    Written correct(long id, ChangeControl control, CorrectionRequest request) {
        ReportQueries.Found found = queries.find(id, caller.scope(Permission.REPORT_READ));
        Acting acting = caller.requireActing(Permission.REPORT_SUBMIT, found.place());
        MonthlyReport report = reports.lock(id);
        control.requireVersion(report.version());
        write(report, report.correct(), request.progress(), request.reason(), acting);
        ReportDetail after = detail(id);
        changes.record(acting, new Change("report.correct", "report", Long.toString(id), found.place(),
                request.reason(), found.detail(), after));
        return Written.changed(after, after.version());
    }

    /** The report that the township owes; 422 for anything that it does not owe. */
    private long owed(Unit unit, ReportRequest request) {
        if (unit.kind() != UnitKind.TOWNSHIP) {
            throw ProblemException.invalid("/unitId", "report.not-a-township");
        }
        YearMonth month = ReportMonth.read(request.month());
        if (month.isAfter(YearMonth.from(days.today()))) {
            throw ProblemException.invalid("/month", "report.future-month");
        }
        if (!ReportMonth.isComplete(month, days.today())) {
            throw ProblemException.invalid("/month", "report.running-month", month.atEndOfMonth());
        }
        return owed.report(new OwedReports.Owed(request.roundId(), unit.id(), month)).orElseThrow(
                () -> ProblemException.invalid("/month", "report.nothing-owed"));
    }

    private void write(MonthlyReport report, int edition, String progress, @Nullable String reason, Acting acting) {
        reports.flush();
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO monthly_report_edition (report_id, edition, progress, figures, reason, submitted_at,
                    submitted_by)
                VALUES (:report, :edition, :progress, :figures::jsonb, :reason, :now, :by)""").bind("report",
                report.reportId()).bind("edition", edition).bind("progress", progress).bind("figures",
                        text(figures.of(report))).bind("reason", reason).bind("now", days.now()).bind("by",
                                acting.accountId()).execute());
    }

    private String text(ReportFigures counted) {
        try {
            return json.writeValueAsString(counted);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ReportDetail detail(long id) {
        return queries.find(id, caller.scope(Permission.REPORT_SUBMIT)).detail();
    }
}
