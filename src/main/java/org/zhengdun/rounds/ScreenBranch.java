package org.zhengdun.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Records and corrects the screening of one branch (docs/domain.md section 2, screening). */
@RequestScoped
class ScreenBranch {

    private final RoundQueries rounds;
    private final ScreeningStore store;
    private final ScreeningQueries queries;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final Days days;

    ScreenBranch(RoundQueries rounds, ScreeningStore store, ScreeningQueries queries, Units units, Caller caller,
            ChangeLog changes, Days days) {
        this.rounds = rounds;
        this.store = store;
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.days = days;
    }

    /** The first record of a branch in the round; 409 when there is one. */
    Written record(long roundId, ScreeningRequest request) {
        RoundQueries.Found round = rounds.find(roundId, caller.scope(Permission.SCREENING_RECORD));
        store.lockOpen(roundId);
        Unit branch = units.referenced(request.branchId(), caller.scope(Permission.SCREENING_RECORD), "/branchId");
        Acting acting = caller.requireActing(Permission.SCREENING_RECORD, branch.path());
        ScreeningSeason season = season(round);
        List<Invalid> errors = new ArrayList<>();
        new ScreenedBranches(caller.scope(Permission.SCREENING_RECORD), round.place(), days.today()).refusal(
                branch).ifPresent(refused -> errors.add(new Invalid("/branchId", refused)));
        errors.addAll(request.content().invalid(season, ""));
        require(errors);
        if (target(roundId, branch).current() != null) {
            throw ProblemException.of(ProblemType.ALREADY_EXISTS, "exists.one_current_screening_per_branch");
        }
        ScreeningRow row = store(roundId, season, new Entry(branch, 1, request.content(), null), acting);
        changes.record(acting, new Change("screening.record", "screening", name(roundId, branch), branch.path(), null,
                null, row));
        return Written.created(row, 1L, path(roundId, branch));
    }

    /** The next version of the record of a branch. */
    Written correct(long roundId, int branchId, ChangeControl control, ScreeningCorrectionRequest request) {
        RoundQueries.Found round = rounds.find(roundId, caller.scope(Permission.SCREENING_READ));
        Unit branch = units.branchInScope(branchId, caller.scope(Permission.SCREENING_READ));
        ScreeningRow before = queries.current(roundId, branchId);
        Acting acting = caller.requireActing(Permission.SCREENING_RECORD, branch.path());
        store.lockOpen(roundId);
        ScreeningStore.Target target = target(roundId, branch);
        int version = Objects.requireNonNull(target.current()).version();
        control.requireVersion(version);
        ScreeningSeason season = season(round);
        require(request.content().invalid(season, ""));
        ScreeningRow after = store(roundId, season,
                new Entry(branch, target.nextVersion(), request.content(), request.reason()), acting);
        changes.record(acting, new Change("screening.correct", "screening", name(roundId, branch), branch.path(),
                request.reason(), before, after));
        return Written.changed(after, after.version());
    }

    private record Entry(Unit branch, int version, ScreeningContent content, @Nullable String reason) {}

    private ScreeningRow store(long roundId, ScreeningSeason season, Entry entry, Acting acting) {
        ScreeningContent content = entry.content();
        store.store(roundId, List.of(new ScreeningStore.Version(entry.branch().id(), entry.version(), content,
                season.isOutsideWindow(content.screenedOn()), entry.reason())), acting.accountId(), days.now());
        return queries.current(roundId, entry.branch().id());
    }

    private ScreeningStore.Target target(long roundId, Unit branch) {
        return Objects.requireNonNull(store.targets(roundId, List.of(branch.code())).get(branch.code()));
    }

    private static void require(List<Invalid> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private ScreeningSeason season(RoundQueries.Found round) {
        return new ScreeningSeason(round.detail().startsOn(), round.detail().settings().screening(), days.today());
    }

    private static String name(long roundId, Unit branch) {
        return roundId + "/" + branch.id();
    }

    private static String path(long roundId, Unit branch) {
        return "/api/v1/rounds/%d/screenings/%d".formatted(roundId, branch.id());
    }
}
