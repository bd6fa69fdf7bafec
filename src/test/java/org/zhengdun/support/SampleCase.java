package org.zhengdun.support;

import java.io.UncheckedIOException;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.settings.Settings;
import org.zhengdun.support.World.Person;

/** A case put straight into the database in some state, for tests of the parts of a case. */
public record SampleCase(long caseId, Jdbi jdbi) {

    /** A case of the branch in the world's county; every case of one world needs its own branch. */
    public static SampleCase create(Jdbi jdbi, World world, int branch, Person proposer, String state) {
        long round = jdbi.withHandle(handle -> handle.createQuery(
                """
                        INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
                        SELECT id, ancestors, 2026, '2026', '2026-01-01', '2026-12-31', 'OPEN', :settings::jsonb, :by, now()
                        FROM org_unit WHERE id = :county
                        ON CONFLICT (unit_id, year) DO UPDATE SET name = round.name RETURNING id""").bind(
                        "by",
                        proposer.accountId()).bind("settings", settings()).bind("county", world.county()).mapTo(
                                Long.class).one());
        long caseId = jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                    ancestors, state, cycle, main_category, main_category_version, proposed_by, transformed_at, version,
                    created_at, changed_at)
                SELECT :number, :round, 2026, :branch, 'VILLAGE', t.id, t.ancestors, :state, 1, 'W01', 1, :by,
                    CASE WHEN :state = 'TRANSFORMED' THEN now() - interval '1 day' END, 0, now(), now()
                FROM org_unit t WHERE t.id = :township RETURNING id""").bind("number", world.newCode()).bind("round",
                round).bind("branch", branch).bind("state", state).bind("by", proposer.accountId()).bind("township",
                        world.township()).mapTo(Long.class).one());
        return new SampleCase(caseId, jdbi);
    }

    private static String settings() {
        try {
            return new ObjectMapper().writeValueAsString(Settings.national());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Fills the helper template of the national settings, with units and no accounts. */
    public void addHelpers(Person by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO helper_assignment (case_id, kind, unit, since, assigned_by, assigned_at)
                SELECT :case, kind, '县财政局', '2026-01-01', :by, now()
                FROM unnest(ARRAY['COUNTY_LEADER', 'TOWNSHIP_LEADER', 'FIRST_SECRETARY', 'PAIRED_UNIT']) kind""").bind(
                "case", caseId).bind("by", by.accountId()).execute());
    }

    /** Makes the case as old as that day. */
    public void recordedOn(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                "UPDATE rectification_case SET created_at = :day::date WHERE id = :id").bind("day", day).bind("id",
                        caseId).execute());
    }

    /** Puts the case into another state. */
    public void put(String state) {
        jdbi.useHandle(handle -> handle.createUpdate(
                "UPDATE rectification_case SET state = :state, version = version + 1 WHERE id = :id").bind("state",
                        state).bind("id", caseId).execute());
    }

    /** The entity tag as it is now. */
    public String etag() {
        return "\"" + jdbi.withHandle(handle -> handle.createQuery(
                "SELECT version FROM rectification_case WHERE id = :id").bind("id", caseId).mapTo(
                        Long.class).one())
                + "\"";
    }

    public String path(String part) {
        return "/api/v1/cases/" + caseId + "/" + part;
    }
}
