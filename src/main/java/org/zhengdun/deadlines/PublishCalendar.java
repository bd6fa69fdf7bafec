package org.zhengdun.deadlines;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Written;

/** Publishes a calendar for the nation or a province and computes anew what it touches. */
@RequestScoped
class PublishCalendar {

    private static final Set<UnitKind> PUBLISHERS = EnumSet.of(UnitKind.NATION, UnitKind.PROVINCE);
    private static final String INSERT = """
            INSERT INTO calendar (unit_id, year, version, source, published_at, published_by)
            SELECT :unit, :year, coalesce(max(version), 0) + 1, :source, :now, :by FROM calendar
            WHERE unit_id = :unit AND year = :year RETURNING id""";

    private final Caller caller;
    private final Units units;
    private final Jdbi jdbi;
    private final CalendarQueries queries;
    private final Recomputation recomputation;
    private final ChangeLog changes;
    private final Days days;

    PublishCalendar(Caller caller, Units units, Jdbi jdbi, CalendarQueries queries, Recomputation recomputation,
            ChangeLog changes, Days days) {
        this.caller = caller;
        this.units = units;
        this.jdbi = jdbi;
        this.queries = queries;
        this.recomputation = recomputation;
        this.changes = changes;
        this.days = days;
    }

    Written run(CalendarRequest request) {
        Unit unit = units.referenced(request.unitId(), caller.scope(Permission.CALENDAR_WRITE), "/unitId");
        Acting acting = caller.requireActing(Permission.CALENDAR_WRITE, unit.path());
        if (!PUBLISHERS.contains(unit.kind())) {
            throw ProblemException.invalid("/unitId", "calendar.unit-level");
        }
        List<Invalid> errors = CalendarRules.check(request);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        long id = jdbi.withHandle(handle -> store(handle, request, acting));
        CalendarDetail detail = queries.byId(id);
        recomputation.run(unit, request.year(), Note.by(acting));
        changes.record(acting, Change.created("calendar.publish", "calendar", id, unit.path(), detail));
        return Written.created(detail, null, "/api/v1/calendars?year=" + request.year());
    }

    private long store(Handle handle, CalendarRequest request, Acting acting) {
        long id = handle.createQuery(INSERT).bind("unit", request.unitId()).bind("year", request.year()).bind("source",
                request.source()).bind("now", days.now()).bind("by", acting.accountId()).mapTo(Long.class).one();
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO calendar_day (calendar_id, day, works, name) VALUES (:calendar, :day, :works, :name)");
        request.daysOff().forEach(off -> off.from().datesUntil(off.to().plusDays(1)).forEach(
                day -> batch.bind("calendar", id).bind("day", day).bind("works", false).bind("name",
                        off.name()).add()));
        request.workdays().forEach(work -> batch.bind("calendar", id).bind("day", work.day()).bind("works", true).bind(
                "name", work.name()).add());
        if (batch.size() > 0) {
            batch.execute();
        }
        return id;
    }
}
