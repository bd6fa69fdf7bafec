package org.zhengdun.cases;

import java.time.LocalDate;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.Cast;
import org.zhengdun.support.World;

/** Cases put straight into the database, placed as a nomination would place them. */
record StoredCases(Jdbi jdbi, World world, Cast cast, long round) {

    private static final String CASE = """
            INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                ancestors, state, cycle, main_category, main_category_version, proposed_by, deadline, version,
                created_at, changed_at)
            SELECT :number, :round, (SELECT year FROM round WHERE id = :round), b.id, 'VILLAGE', b.id, b.ancestors, :state, 1, 'W04', 1, :by, :deadline, 0,
                now(), now()
            FROM org_unit b WHERE b.id = :branch RETURNING id""";
    private static final String PROBLEM = """
            INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                created_at)
            SELECT id, ancestors, 'W04', 1, false, '未开会', '走访', 'OPEN', now() FROM rectification_case WHERE id = :case
            RETURNING id""";
    private static final String MEASURE = """
            INSERT INTO measure (case_id, problem_id, kind, description, starts_on, due_on, state)
            VALUES (:case, :problem, 'ORDINARY', '开会', '2026-01-01', '2026-12-31', 'OPEN') RETURNING id""";
    private static final String PERSON = """
            INSERT INTO responsibility (measure_id, case_id, name, post, unit, since)
            VALUES (:measure, :case, '王委员', '副书记', '镇党委', '2026-01-01')""";

    /** A case of a new branch below the unit. */
    long below(int unit, CaseState state, @Nullable LocalDate deadline) {
        return of(world.unit(unit, UnitKind.BRANCH, "村党支部"), state, deadline);
    }

    long of(int branch, CaseState state, @Nullable LocalDate deadline) {
        return jdbi.withHandle(handle -> handle.createQuery(CASE).bind("number", world.newCode()).bind("round",
                round).bind("state", state.name()).bind("by", cast.person(Role.TOWNSHIP).accountId()).bind("deadline",
                        deadline).bind("branch", branch).mapTo(Long.class).one());
    }

    /** Problems with two measures each. */
    void addProblems(long caseId, int count) {
        jdbi.useHandle(handle -> {
            for (int i = 0; i < 2 * count; i++) {
                long problem = handle.createQuery(
                        i % 2 == 0 ? PROBLEM : "SELECT max(id) FROM problem WHERE case_id = :case").bind("case",
                                caseId).mapTo(Long.class).one();
                long measure = handle.createQuery(MEASURE).bind("case", caseId).bind("problem", problem).mapTo(
                        Long.class).one();
                handle.createUpdate(PERSON).bind("case", caseId).bind("measure", measure).execute();
            }
        });
    }

    /** The helpers that the national template asks for. */
    void addHelpers(long caseId) {
        new SampleCase(caseId, jdbi).addHelpers(cast.person(Role.TOWNSHIP));
    }
}
