package org.zhengdun.rounds;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.Units;
import org.zhengdun.settings.EffectiveSettings;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Opens and closes rounds. */
@ApplicationScoped
class RoundOffice {

    private static final Set<UnitKind> HOLDERS = EnumSet.of(UnitKind.NATION, UnitKind.PROVINCE, UnitKind.CITY,
            UnitKind.COUNTY);

    private final ScreeningRounds rounds;
    private final RoundQueries queries;
    private final Units units;
    private final EffectiveSettings settings;
    private final ClosingRule rule;
    private final Caller caller;
    private final ChangeLog changes;
    private final Days days;

    RoundOffice(ScreeningRounds rounds, RoundQueries queries, Units units, EffectiveSettings settings, ClosingRule rule,
            Caller caller, ChangeLog changes, Days days) {
        this.rounds = rounds;
        this.queries = queries;
        this.units = units;
        this.settings = settings;
        this.rule = rule;
        this.caller = caller;
        this.changes = changes;
        this.days = days;
    }

    Written open(OpenRoundRequest request) {
        Unit unit = units.referenced(request.unitId(), caller.scope(Permission.ROUND_MANAGE), "/unitId");
        Acting acting = caller.requireActing(Permission.ROUND_MANAGE, unit.path());
        requireHolder(unit);
        requirePeriod(request);
        ScreeningRound round = new ScreeningRound(unit, request, settings.write(settings.of(unit.path())),
                acting.accountId(), days.now());
        rounds.persistAndFlush(round);
        RoundDetail detail = detail(round.roundId());
        changes.record(acting, Change.created("round.open", "round", detail.id(), unit.path(), detail));
        return Written.created(detail, (long) round.version(), "/api/v1/rounds/" + detail.id());
    }

    Written close(long id, ChangeControl control) {
        RoundQueries.Found found = queries.find(id, caller.scope(Permission.ROUND_READ));
        Acting acting = caller.requireActing(Permission.ROUND_MANAGE, found.place());
        ScreeningRound round = rounds.findById(id, LockModeType.PESSIMISTIC_WRITE);
        control.requireVersion(round.version());
        round.close(days.now());
        requireFinished(id, found.place());
        rounds.flush();
        RoundDetail after = detail(id);
        changes.record(acting, new Change("round.close", "round", Long.toString(id), found.place(), null,
                found.detail(), after));
        return Written.changed(after, round.version());
    }

    private void requireFinished(long id, int[] holder) {
        List<Message> refusals = rule.refusals(id, holder);
        if (!refusals.isEmpty()) {
            throw ProblemException.gatesNotMet(refusals);
        }
    }

    /** The year of a round says in which years a case was counted, so its days may not belong to other years. */
    private static void requirePeriod(OpenRoundRequest request) {
        if (!request.endsOn().isAfter(request.startsOn())) {
            throw ProblemException.invalid("/endsOn", "round.period");
        }
        if (request.endsOn().getYear() < request.year()) {
            throw ProblemException.invalid("/endsOn", "round.ends-before-its-year",
                    Integer.toString(request.year()));
        }
    }

    private static void requireHolder(Unit unit) {
        if (!HOLDERS.contains(unit.kind())) {
            throw ProblemException.invalid("/unitId", "round.unit-level");
        }
        if (unit.closedOn() != null) {
            throw ProblemException.invalid("/unitId", "unit.closed");
        }
    }

    private RoundDetail detail(long id) {
        return queries.find(id, caller.scope(Permission.ROUND_MANAGE)).detail();
    }
}
