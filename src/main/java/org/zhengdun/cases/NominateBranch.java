package org.zhengdun.cases;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Categories;
import org.zhengdun.catalogue.Category;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.Units;
import org.zhengdun.rounds.Round;
import org.zhengdun.rounds.Rounds;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;

/** Proposes to list a branch (docs/domain.md section 4, rules 1 and 17). */
@RequestScoped
class NominateBranch {

    private final Caller caller;
    private final Units units;
    private final Rounds rounds;
    private final Categories categories;
    private final Cases cases;
    private final Problems problems;
    private final CaseJournal journal;
    private final EntityManager entities;
    private final Jdbi jdbi;
    private final Days days;

    NominateBranch(Caller caller, Units units, Rounds rounds, Categories categories, Cases cases, Problems problems,
            CaseJournal journal, EntityManager entities, Jdbi jdbi, Days days) {
        this.caller = caller;
        this.units = units;
        this.rounds = rounds;
        this.categories = categories;
        this.cases = cases;
        this.problems = problems;
        this.journal = journal;
        this.entities = entities;
        this.jdbi = jdbi;
        this.days = days;
    }

    /** The id of the new case; 422 for what cannot be nominated, 409 when the branch already has an active case. */
    long nominate(NominateRequest request) {
        Unit branch = branch(request.branchId());
        Acting acting = caller.requireActing(Permission.CASE_NOMINATE, branch.path());
        Round round = rounds.open(request.roundId(), branch.path(), "/roundId");
        if (!round.isRunning(days.today())) {
            throw ProblemException.invalid("/roundId", "round.not-running", round.startsOn(), round.endsOn());
        }
        List<Category> found = categoriesOf(request, branch);
        Category main = mainCategory(request, found);
        Former former = former(branch.id());
        Instant now = days.now();
        RectificationCase created = new RectificationCase(round, branch, main, request.cause(),
                new RectificationCase.Origin(number(branch, round.year()), former.cycles() + 1, former.lastClosed(),
                        acting.accountId(), now));
        cases.persist(created);
        entities.flush();
        addProblems(created, request.problems(), found, now);
        journal.recordMove(created, acting, new CaseJournal.Move("NOMINATE", null, UnitKind.COUNTY),
                Change.created("case.nominate", "case", created.caseId(), branch.path(), request));
        return created.caseId();
    }

    private Unit branch(int branchId) {
        Unit branch = units.referenced(branchId, caller.scope(Permission.CASE_NOMINATE), "/branchId");
        if (branch.kind() != UnitKind.BRANCH) {
            throw ProblemException.invalid("/branchId", "branch.not-a-branch");
        }
        if (branch.closedOn() != null && !branch.closedOn().isAfter(days.today())) {
            throw ProblemException.invalid("/branchId", "branch.closed");
        }
        if (!units.standsUnderTownship(branch)) {
            throw ProblemException.invalid("/branchId", "branch.without-township");
        }
        return branch;
    }

    private List<Category> categoriesOf(NominateRequest request, Unit branch) {
        return categories.usable(request.problems().stream().map(ProblemRequest::category).toList(), branch.path(),
                index -> "/problems/" + index + "/category");
    }

    private static Category mainCategory(NominateRequest request, List<Category> found) {
        return found.stream().filter(
                category -> category.code().equals(request.mainCategory())).findFirst().orElseThrow(
                        () -> ProblemException.invalid("/mainCategory", "category.not-among-problems"));
    }

    private void addProblems(RectificationCase created, List<ProblemRequest> requests, List<Category> found,
            Instant now) {
        for (int i = 0; i < requests.size(); i++) {
            problems.persist(new Problem(created.key(), found.get(i), requests.get(i), now));
        }
    }

    /** Earlier cycles of the branch. */
    private record Former(int cycles, @Nullable Long lastClosed, boolean active) {}

    private Former former(int branchId) {
        Former former = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT coalesce(max(cycle) FILTER (WHERE state = 'CLOSED'), 0) AS cycles,
                       max(id) FILTER (WHERE state = 'CLOSED') AS last_closed,
                       coalesce(bool_or(state NOT IN ('REJECTED', 'CLOSED', 'CANCELLED')), false) AS active
                FROM rectification_case WHERE branch_id = :branch""").bind("branch", branchId).map(
                (row, context) -> new Former(row.getInt("cycles"), row.getObject("last_closed", Long.class),
                        row.getBoolean("active"))).one());
        if (former.active()) {
            throw ProblemException.of(ProblemType.ALREADY_EXISTS, "case.active-exists");
        }
        return former;
    }

    /**
     * Code of the county, year and a counter of both that never goes back: 330106-2026-0007. Of a national code of twelve
     * digits the six zeros of the levels below are left out.
     */
    private String number(Unit branch, int year) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                WITH county AS (
                    SELECT regexp_replace(code, '^([0-9]{6})0{6}$', '\\1') AS code FROM org_unit
                    WHERE id = ANY(:path) AND (kind = 'COUNTY' OR level = 0) ORDER BY level DESC LIMIT 1)
                INSERT INTO case_counter (unit_code, year, last) SELECT code, :year, 1 FROM county
                ON CONFLICT (unit_code, year) DO UPDATE SET last = case_counter.last + 1
                RETURNING unit_code, last""").bind("path", branch.path()).bind("year", year).map(
                (row, context) -> "%s-%d-%04d".formatted(row.getString(1), year, row.getInt(2))).one());
    }
}
