package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.access.Separation;
import org.zhengdun.deadlines.Note;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.rounds.Round;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;

/** Carries unfinished cases over into the next round (docs/domain.md section 1). */
@RequestScoped
class CarryOverCases {

    private final OpenCases open;
    private final Cases cases;
    private final CarryOvers carryOvers;
    private final Rounds rounds;
    private final CaseDates dates;
    private final CaseJournal journal;
    private final Separation separation;
    private final Caller caller;
    private final Days days;

    CarryOverCases(OpenCases open, Cases cases, CarryOvers carryOvers, Rounds rounds, CaseDates dates,
            CaseJournal journal, Separation separation, Caller caller, Days days) {
        this.open = open;
        this.cases = cases;
        this.carryOvers = carryOvers;
        this.rounds = rounds;
        this.dates = dates;
        this.journal = journal;
        this.separation = separation;
        this.caller = caller;
        this.days = days;
    }

    /** A case that was carried over. */
    @Schema(name = "CarriedCase")
    record Carried(long caseId, String number, int years, LocalDate deadline, boolean accountability, long version) {}

    private record Row(int index, CarryOversRequest.UnfinishedCase terms) {

        String pointer(String field) {
            return "/cases/" + index + "/" + field;
        }
    }

    /**
     * What the rows are checked against.
     *
     * @param inspected cases that the caller verifies or verified
     * @param present   rounds in which the cases are counted now, as far as they were looked up
     */
    private record Checking(Round target, Set<Long> inspected, Map<Long, Round> present) {}

    private record Checked(RectificationCase subject, Acting acting) {}

    Carried carry(long caseId, ChangeControl control, CarryOverRequest request) {
        CaseFile file = open.change(caseId, Permission.CASE_CARRY_OVER, control, CarryOverRules.STATE_NAMES);
        RectificationCase subject = cases.findById(caseId);
        CarryOverRules.refusal(rounds.byId(subject.roundId()), days.today()).ifPresent(running -> {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, running.code(), running.arguments().toArray());
        });
        Round target = rounds.open(request.roundId(), file.place(), "/roundId");
        List<Invalid> errors = new ArrayList<>();
        CarryOverRules.refusal(target, subject.year()).ifPresent(
                message -> errors.add(new Invalid("/roundId", message)));
        CarryOverRules.refusal(request.deadline(), days.today()).ifPresent(
                message -> errors.add(new Invalid("/deadline", message)));
        refuse(errors);
        return carry(new Checked(subject, file.acting()), new CarryOvers.Terms(target,
                CarryOverRules.deadline(request.deadline(), target.year(), target.settings(), days.today()),
                request.reason()));
    }

    /** All of the cases, or 422 with every row that cannot be carried over. */
    List<Carried> carryAll(CarryOversRequest request) {
        Round target = rounds.open(request.roundId(), caller.scope(Permission.ROUND_READ), "/roundId");
        List<Row> rows = inLockingOrder(request);
        List<Checked> checked = check(rows, target);
        List<Carried> carried = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            CarryOversRequest.UnfinishedCase terms = rows.get(i).terms();
            carried.add(carry(checked.get(i), new CarryOvers.Terms(target, CarryOverRules.deadline(terms.deadline(),
                    target.year(), target.settings(), days.today()), terms.reason())));
        }
        return carried;
    }

    /** By id of the case, so that two requests over the same cases wait for each other and do not deadlock. */
    private static List<Row> inLockingOrder(CarryOversRequest request) {
        return IntStream.range(0, request.cases().size()).mapToObj(
                index -> new Row(index, request.cases().get(index))).sorted(
                        Comparator.comparing(row -> row.terms().caseId())).toList();
    }

    private List<Checked> check(List<Row> rows, Round target) {
        List<Invalid> errors = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        List<Checked> checked = new ArrayList<>();
        Checking checking = new Checking(target, separation.inspected(caller.issuer(), caller.subject(),
                rows.stream().map(row -> row.terms().caseId()).toList()), new HashMap<>());
        for (Row row : rows) {
            if (seen.add(row.terms().caseId())) {
                check(row, checking, errors).ifPresent(checked::add);
            } else {
                errors.add(Invalid.of(row.pointer("caseId"), "carry-over.repeated"));
            }
        }
        refuse(errors);
        return checked;
    }

    private Optional<Checked> check(Row row, Checking checking, List<Invalid> errors) {
        Optional<RectificationCase> found = cases.lock(row.terms().caseId());
        Optional<Acting> acting = found.flatMap(subject -> caller.actingOnCase(Permission.CASE_CARRY_OVER.roles(),
                subject.caseId(), subject.key().place()));
        if (found.isEmpty() || acting.isEmpty()) {
            errors.add(Invalid.of(row.pointer("caseId"), "reference.unknown"));
            return Optional.empty();
        }
        Checked checked = new Checked(found.get(), acting.get());
        errors.addAll(faults(row, checked, checking));
        return Optional.of(checked);
    }

    private List<Invalid> faults(Row row, Checked checked, Checking checking) {
        RectificationCase subject = checked.subject();
        Round target = checking.target();
        List<Invalid> faults = new ArrayList<>();
        if (checking.inspected().contains(subject.caseId())) {
            faults.add(Invalid.of(row.pointer("caseId"), "rule.inspector-takes-no-other-part"));
        }
        if (subject.version() != row.terms().version()) {
            faults.add(Invalid.of(row.pointer("version"), "version.stale", subject.version()));
        }
        if (!CarryOverRules.STATES.contains(subject.state())) {
            faults.add(Invalid.of(row.pointer("caseId"), "case.wrong-state", subject.state().name()));
        }
        CarryOverRules.refusal(checking.present().computeIfAbsent(subject.roundId(), rounds::byId),
                days.today()).ifPresent(
                        running -> faults.add(new Invalid(row.pointer("caseId"), running)));
        Optional<Message> wrongRound = target.isHeldFor(subject.key().place())
                ? CarryOverRules.refusal(target, subject.year())
                : Optional.of(Message.of("round.unknown"));
        wrongRound.ifPresent(message -> faults.add(new Invalid(row.pointer("caseId"), message)));
        CarryOverRules.refusal(row.terms().deadline(), days.today()).ifPresent(
                message -> faults.add(new Invalid(row.pointer("deadline"), message)));
        return faults;
    }

    private static void refuse(List<Invalid> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private Carried carry(Checked checked, CarryOvers.Terms terms) {
        RectificationCase subject = checked.subject();
        Counted before = new Counted(subject.roundId(), subject.year(), subject.deadline());
        int years = carryOvers.add(subject, terms, checked.acting());
        subject.carryOver(terms.target());
        dates.carriedOver(subject, terms.deadline(), new Note(checked.acting(), terms.reason()));
        Counted after = new Counted(subject.roundId(), subject.year(), terms.deadline());
        boolean accountability = CarryOverRules.callsForAccountability(years, terms.target().settings());
        if (accountability) {
            carryOvers.raiseAlert(subject.caseId(), years);
        }
        long version = journal.record(subject, checked.acting(),
                new CaseNews("carry-over", terms.reason(), Audience.EVERYBODY),
                accountability ? new CaseJournal.Notice("ACCOUNTABILITY", UnitKind.CITY) : null,
                new Change("case.carry-over", "case", Long.toString(subject.caseId()), subject.key().place(),
                        terms.reason(), before, after));
        return new Carried(subject.caseId(), subject.number(), years, terms.deadline(), accountability, version);
    }

    /** Where a case is counted, for the audit trail. */
    private record Counted(long roundId, int year, @Nullable LocalDate deadline) {}
}
