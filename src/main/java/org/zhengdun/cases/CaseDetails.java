package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.DeadlineDetail;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.deadlines.Lateness;
import org.zhengdun.deadlines.Signal;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.Language;

/** Reads one case for one caller, at a constant number of statements. */
@RequestScoped
class CaseDetails {

    private static final String HEAD = """
            SELECT rectification_case.*, b.code AS branch_code, b.name AS branch_name, k.name_zh, k.name_en,
                   r.name AS round_name, h.name AS round_unit, %s AS reports_missed
            FROM %s JOIN org_unit b ON b.id = branch_id
            JOIN round r ON r.id = rectification_case.round_id JOIN org_unit h ON h.id = r.unit_id
            LEFT JOIN category k ON k.code = main_category AND k.version = main_category_version
            WHERE rectification_case.id = :case""";

    private final Jdbi jdbi;
    private final OpenCases open;
    private final Guard guard;
    private final CaseFactsReader facts;
    private final CaseParts parts;
    private final Deadlines deadlines;
    private final SupervisionQueries supervision;
    private final ApprovedPlans plans;
    private final Language language;
    private final Days days;

    CaseDetails(Jdbi jdbi, OpenCases open, Guard guard, CaseFactsReader facts, CaseParts parts,
            Deadlines deadlines, SupervisionQueries supervision, ApprovedPlans plans, Language language, Days days) {
        this.jdbi = jdbi;
        this.open = open;
        this.guard = guard;
        this.facts = facts;
        this.parts = parts;
        this.deadlines = deadlines;
        this.supervision = supervision;
        this.plans = plans;
        this.language = language;
        this.days = days;
    }

    /** The case, or 404 outside the caller's scope. */
    CaseDetail read(long caseId) {
        return read(caseId, AsOf.NOW);
    }

    /**
     * The case at a moment; who sees it is decided by the unit responsible now. All statements share one connection; the
     * trace of a read of restricted matters has a transaction of its own after them.
     */
    CaseDetail read(long caseId, AsOf asOf) {
        Reading reading = jdbi.withHandle(shared -> {
            Head now = head(caseId, AsOf.NOW).orElseThrow(ProblemException::notFound);
            Acting reader = open.reader(now.key());
            Head head = asOf.isPast() ? head(caseId, asOf).orElseThrow(ProblemException::notFound) : now;
            return read(head, reader, asOf);
        });
        if (reading.restricted) {
            open.seen(reading.key, reading.reader);
        }
        return reading.detail;
    }

    /** What somebody read. */
    private record Reading(CaseKey key, Acting reader, boolean restricted, CaseDetail detail) {}

    private Reading read(Head head, Acting reader, AsOf asOf) {
        long caseId = head.key().caseId();
        boolean masked = reader.role() == Role.STATISTICS;
        List<DeadlineDetail> due = deadlines.ofCase(caseId, masked, asOf);
        List<CaseDetail.ProblemDetail> problems = parts.problems(caseId, asOf, due);
        @Nullable
        List<PlanChange> changes = plans.changes(caseId, head.bare().planHash(), problems);
        List<CaseDetail.AllowedTransition> allowed = new ArrayList<>();
        List<CaseDetail.BlockedTransition> blocked = new ArrayList<>();
        if (!asOf.isPast()) {
            judge(head.key(), changes != null, allowed, blocked);
        }
        CaseStanding standing = supervision.standing(caseId, masked, asOf);
        CaseDetail detail = head.with(masked ? standing.withoutSuggestions() : standing, changes,
                new Lists(masked ? CaseParts.masked(problems) : problems, due, allowed, blocked), masked);
        return new Reading(head.key(), reader,
                problems.stream().anyMatch(problem -> Boolean.TRUE.equals(problem.restricted())), detail);
    }

    private Optional<Head> head(long caseId, AsOf asOf) {
        String sql = HEAD.formatted(MissedReports.ofCase("rectification_case"), asOf.rows("rectification_case"));
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("case", caseId).bind("asOf", asOf.instant()).bind("today",
                        asOf.day(days.today())).map(
                                (row, context) -> head(row, asOf)).findOne());
    }

    private void judge(CaseKey key, boolean stalePlan, List<CaseDetail.AllowedTransition> allowed,
            List<CaseDetail.BlockedTransition> blocked) {
        List<CaseAction> actions = guard.ofLevel(key);
        if (actions.isEmpty()) {
            return;
        }
        CaseFacts seen = facts.read(key, hash -> stalePlan);
        for (CaseAction action : actions) {
            switch (guard.judge(action, key, seen)) {
                case Guard.Verdict.Open open -> allowed.add(open(action, List.of()));
                case Guard.Verdict.Lacking lacking -> allowed.add(open(action, lacking.fields()));
                case Guard.Verdict.Blocked(var refusals) -> blocked.add(blocked(action, refusals));
                case Guard.Verdict.KeptOut(var rule) -> blocked.add(blocked(action,
                        List.of(Message.of("rule." + rule))));
                case Guard.Verdict.NoSuchMove none -> {
                }
            }
        }
    }

    private CaseDetail.AllowedTransition open(CaseAction action, List<TransitionField> needed) {
        return new CaseDetail.AllowedTransition(action, language.label(action), action.target(),
                Stream.concat(action.required().stream(), needed.stream()).toList(),
                action.optional().stream().filter(field -> !needed.contains(field)).toList());
    }

    private CaseDetail.BlockedTransition blocked(CaseAction action, List<Message> refusals) {
        return new CaseDetail.BlockedTransition(action, language.label(action), action.target(),
                refusals.stream().map(language::refusal).toList());
    }

    /** The case without its lists. */
    private record Head(CaseKey key, CaseDetail bare) {

        CaseDetail with(CaseStanding standing, @Nullable List<PlanChange> changes, Lists lists, boolean masked) {
            return new CaseDetail(bare.id(), bare.number(), bare.state(), bare.stateLabel(), bare.outcome(),
                    bare.roundId(), bare.year(), bare.round(), bare.branch(), bare.responsibleUnitId(),
                    masked ? null : bare.mainCategory(), masked ? null : bare.cause(), bare.cycle(),
                    bare.formerCaseId(), bare.dates(), bare.documentNumber(), bare.planHash(), changes != null,
                    changes, masked ? null : bare.selfCheck(), bare.failedAcceptances(),
                    bare.relapses(), bare.overdue(), bare.light(), bare.lightReason(), standing, lists.problems(),
                    lists.deadlines(), lists.allowed(), lists.blocked(), bare.version(), bare.asOf());
        }
    }

    private record Lists(List<CaseDetail.ProblemDetail> problems, List<DeadlineDetail> deadlines,
            List<CaseDetail.AllowedTransition> allowed, List<CaseDetail.BlockedTransition> blocked) {}

    private Head head(ResultSet row, AsOf asOf) throws SQLException {
        CaseState state = CaseState.valueOf(row.getString("state"));
        Lateness lateness = state.lateness(row);
        LocalDate day = asOf.day(days.today());
        Optional<Signal> signal = lateness.signal(day);
        CaseKey key = new CaseKey(row.getLong("id"), state, Columns.ints(row, "ancestors"), row.getLong("proposed_by"),
                row.getLong("version"));
        CaseDetail bare = new CaseDetail(key.caseId(), row.getString("number"), state, language.label(state),
                Columns.constant(row, "outcome", Outcome.class), row.getLong("round_id"), row.getInt("year"),
                new CaseDetail.RoundRef(row.getInt("year"), row.getString("round_name"), row.getString("round_unit")),
                new CaseDetail.BranchRef(row.getInt("branch_id"), row.getString("branch_code"),
                        row.getString("branch_name"), BranchKind.valueOf(row.getString("branch_kind"))),
                row.getInt("responsible_unit_id"), category(row), row.getString("cause"), row.getInt("cycle"),
                Columns.number(row, "former_case_id"), dates(row), row.getString("document_number"),
                row.getString("plan_hash"), false, null, row.getString("self_check"), row.getInt("failed_acceptances"),
                row.getInt("relapses"), lateness.isOverdue(day), signal.map(Signal::light).orElse(null),
                signal.map(Signal::reason).map(language::refusal).orElse(null), CaseStanding.NEW, List.of(), List.of(),
                List.of(), List.of(), key.version(), asOf.instant());
        return new Head(key, bare);
    }

    private CaseDetail.CategoryRef category(ResultSet row) throws SQLException {
        return new CaseDetail.CategoryRef(row.getString("main_category"), row.getInt("main_category_version"),
                row.getString(language.isEnglish() ? "name_en" : "name_zh"));
    }

    private static CaseDetail.Dates dates(ResultSet row) throws SQLException {
        return new CaseDetail.Dates(Columns.requiredInstant(row, "created_at"), Columns.date(row, "meeting_on"),
                Columns.date(row, "decided_on"), Columns.instant(row, "confirmed_at"),
                Columns.date(row, "plan_due_on"), Columns.instant(row, "plan_approved_at"),
                Columns.date(row, "deadline"), Columns.date(row, "original_deadline"),
                Columns.instant(row, "transformed_at"), Columns.date(row, "second_check_on"),
                Columns.date(row, "observation_ends_on"), Columns.instant(row, "closed_at"));
    }
}
