package org.zhengdun.contract;

import org.zhengdun.shared.security.Role;

/** Rows of spot-check samples, placed directly. */
final class SampleFixtures {

    private SampleFixtures() {}

    /** A drawn sample of one case. */
    static Object sample(MatrixWorld world, Relation relation, Object outer) {
        long by = world.caller(Role.CITY_ORG).accountId();
        long sample = world.insert("""
                INSERT INTO spot_sample (unit_id, ancestors, transformed_from, transformed_to, strata, seed_source,
                    frozen_at, frozen_by)
                SELECT id, ancestors, '2026-01-01', '2026-12-31', '{}', '双色球', now(), :by
                FROM org_unit WHERE id = :of RETURNING id""", world.unit(relation), by);
        world.insert("""
                INSERT INTO sample_member (sample_id, case_id, case_number, stratum)
                SELECT :by, id, number, 'ALL' FROM rectification_case WHERE id = :of RETURNING case_id""",
                CaseFixtures.rectificationCase(world, relation, outer), sample);
        world.jdbi().useHandle(handle -> handle.execute(
                "UPDATE spot_sample SET population = 1, population_digest = 'x', size = 1 WHERE id = ?", sample));
        world.insert("""
                INSERT INTO sample_draw (sample_id, draw, size, drawn_at, drawn_by)
                VALUES (:of, 1, 1, now(), :by) RETURNING sample_id""", sample, by);
        world.insert("""
                INSERT INTO sample_item (sample_id, case_id, case_number, stratum, draw, digest)
                SELECT sample_id, case_id, case_number, stratum, 1, 'x' FROM sample_member
                WHERE sample_id = :of AND :by > 0 RETURNING id""", sample, by);
        world.jdbi().useHandle(handle -> handle.execute("""
                UPDATE spot_sample SET draws = 1, seed = 'seed', seed_published_on = current_date + 1, drawn_at = now(),
                    drawn_by = frozen_by WHERE id = ?""", sample));
        return sample;
    }

    static Object item(MatrixWorld world, Relation relation, Object sampleId) {
        return world.insert("SELECT id FROM sample_item WHERE sample_id = :of AND :by > 0", sampleId, 1);
    }
}
