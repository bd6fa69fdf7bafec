package org.zhengdun.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.rounds.ScreeningBatchResult.Outcome;
import org.zhengdun.rounds.ScreeningBatchResult.RowOutcome;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.Problem;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Language;
import org.zhengdun.shared.web.Written;

/** Takes the screenings of many branches at once: each row for itself, the number of statements the same for all. */
@RequestScoped
class ScreenBranches {

    private final RoundQueries rounds;
    private final ScreeningStore store;
    private final Caller caller;
    private final ChangeLog changes;
    private final Language language;
    private final Days days;

    ScreenBranches(RoundQueries rounds, ScreeningStore store, Caller caller, ChangeLog changes, Language language,
            Days days) {
        this.rounds = rounds;
        this.store = store;
        this.caller = caller;
        this.changes = changes;
        this.language = language;
        this.days = days;
    }

    Written record(long roundId, ScreeningBatchRequest request) {
        RoundQueries.Found round = rounds.find(roundId, caller.scope(Permission.SCREENING_RECORD));
        store.lockOpen(roundId);
        Map<String, ScreeningStore.Target> targets = store.targets(roundId, codes(request));
        ScreenedBranches branches = new ScreenedBranches(caller.scope(Permission.SCREENING_RECORD), round.place(),
                days.today());
        Judgement judgement = new Judgement(new ScreeningSeason(round.detail().startsOn(),
                round.detail().settings().screening(), days.today()), branches, targets);
        for (int row = 0; row < request.rows().size(); row++) {
            judgement.take(row, request.rows().get(row));
        }
        write(roundId, judgement);
        return new Written(200, ScreeningBatchResult.of(judgement.outcomes,
                (int) judgement.versions.stream().filter(ScreeningStore.Version::outsideWindow).count()), null, null);
    }

    private static Set<String> codes(ScreeningBatchRequest request) {
        return request.rows().stream().map(ScreeningBatchRequest.Entry::branchCode).filter(
                Objects::nonNull).collect(Collectors.toSet());
    }

    /** Stores the versions and leaves one change for each unit in whose name the caller acts. */
    private void write(long roundId, Judgement judgement) {
        if (judgement.versions.isEmpty()) {
            return;
        }
        Map<Acting, List<Integer>> acts = new HashMap<>();
        Map<Integer, int[]> places = new HashMap<>();
        for (ScreeningStore.Version version : judgement.versions) {
            int[] path = Objects.requireNonNull(judgement.paths.get(version.branchId()));
            Acting acting = caller.requireActing(Permission.SCREENING_RECORD, path);
            acts.computeIfAbsent(acting, first -> new ArrayList<>()).add(version.branchId());
            places.putIfAbsent(acting.unitId(), upTo(path, acting.unitId()));
        }
        store.store(roundId, judgement.versions, acts.keySet().iterator().next().accountId(), days.now());
        acts.forEach((acting, branches) -> changes.record(acting,
                new Change("screening.batch", "round", Long.toString(roundId),
                        Objects.requireNonNull(places.get(acting.unitId())), null, null,
                        Map.of("branches", branches))));
    }

    private static int[] upTo(int[] path, int unitId) {
        int length = 1;
        while (path[length - 1] != unitId) {
            length++;
        }
        return Arrays.copyOf(path, length);
    }

    /** Judges the rows of one batch in their order. */
    private final class Judgement {

        private final ScreeningSeason season;
        private final ScreenedBranches branches;
        private final Map<String, ScreeningStore.Target> targets;
        private final Set<String> seen = new HashSet<>();
        private final List<RowOutcome> outcomes = new ArrayList<>();
        private final List<ScreeningStore.Version> versions = new ArrayList<>();
        private final Map<Integer, int[]> paths = new HashMap<>();

        Judgement(ScreeningSeason season, ScreenedBranches branches, Map<String, ScreeningStore.Target> targets) {
            this.season = season;
            this.branches = branches;
            this.targets = targets;
        }

        void take(int row, ScreeningBatchRequest.Entry entry) {
            EntryReader.Read read = new EntryReader(season, row).read(entry);
            List<Invalid> errors = new ArrayList<>(read.errors());
            String code = entry.branchCode();
            ScreeningStore.Target target = code == null ? null : targets.get(code);
            if (code != null && !EntryReader.isEmpty(code)) {
                refuseBranch("/rows/" + row + "/branchCode", code, target, errors);
            }
            ScreeningContent content = read.content();
            if (target != null && content != null && errors.isEmpty()) {
                errors.addAll(CorrectionRule.check("/rows/" + row, entry, content, target.current()));
            }
            outcomes.add(target == null || content == null || !errors.isEmpty()
                    ? new RowOutcome(row, code, Outcome.REFUSED, null, errors.stream().map(this::error).toList())
                    : accept(row, entry, target, content));
        }

        private void refuseBranch(String at, String code, ScreeningStore.@Nullable Target target,
                List<Invalid> errors) {
            if (target == null) {
                errors.add(Invalid.of(at, "reference.unknown"));
                return;
            }
            branches.refusal(target.unit()).ifPresent(refused -> errors.add(new Invalid(at, refused)));
            if (!seen.add(code)) {
                errors.add(Invalid.of(at, "screening.repeated"));
            }
        }

        private RowOutcome accept(int row, ScreeningBatchRequest.Entry entry, ScreeningStore.Target target,
                ScreeningContent content) {
            ScreeningStore.Current current = target.current();
            if (current != null && current.content().equals(content)) {
                return new RowOutcome(row, entry.branchCode(), Outcome.UNCHANGED, current.version(), null);
            }
            Unit branch = target.unit();
            versions.add(new ScreeningStore.Version(branch.id(), target.nextVersion(), content,
                    season.isOutsideWindow(content.screenedOn()), current == null ? null : entry.reason()));
            paths.put(branch.id(), branch.path());
            return new RowOutcome(row, entry.branchCode(), current == null ? Outcome.CREATED : Outcome.UPDATED,
                    target.nextVersion(), null);
        }

        private Problem.FieldError error(Invalid invalid) {
            return new Problem.FieldError(invalid.pointer(), invalid.message().code(),
                    language.text(invalid.message()));
        }
    }
}
