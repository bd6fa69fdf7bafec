package org.zhengdun.verification;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.time.Days;

/** Writes the rows of a sample that never change: its population, its draws, its items. */
@ApplicationScoped
class SampleBook {

    private static final int INDEXED_LEVELS = 5;

    private final Jdbi jdbi;
    private final Days days;

    SampleBook(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** A population by size and digest. */
    record Population(int size, String digest) {}

    /** A draw that is made now. */
    record Draw(long sampleId, int number, int size, @Nullable Long replaces, @Nullable String reason, long by) {}

    /** Whether the scope reaches the round. */
    boolean isRoundOf(Scope scope, long roundId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT ancestors FROM round_place WHERE round_id = :id").bind(
                        "id", roundId).map((row, context) -> Columns.ints(row, "ancestors")).list()).stream().anyMatch(
                                scope::reaches);
    }

    /** Writes down who belongs to the population now, in one statement and so at one moment. */
    Population freeze(long sampleId, Unit unit, SampleRequest request) {
        int level = unit.path().length - 1;
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO sample_member (sample_id, case_id, case_number, stratum)
                        SELECT :sample, c.id, c.number, %s
                        FROM rectification_case c
                        WHERE c.state IN ('TRANSFORMED', 'CLOSED') AND %s
                          AND (:round::bigint IS NULL OR c.id IN (SELECT k.id FROM counted_case k WHERE k.counted_round = :round))
                          AND (:from::date IS NULL OR (c.transformed_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN :from AND :to)
                        """.formatted(
                        stratum(request.strata()), within(level))).bind("sample", sampleId).bind("unit",
                                request.unitId()).bind("round", request.roundId()).bind("from",
                                        request.transformedFrom()).bind("to",
                                                request.transformedTo()).execute());
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT count(*) AS size, encode(sha256(convert_to(coalesce(string_agg(
                            case_number || E'\\t' || stratum || E'\\n', '' ORDER BY case_number), ''), 'UTF8')), 'hex') AS digest
                        FROM sample_member WHERE sample_id = :sample""").bind(
                        "sample", sampleId).map(
                                (row, context) -> new Population(row.getInt("size"), row.getString("digest"))).one());
    }

    void write(Draw draw, List<Lottery.Ticket> drawn) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO sample_draw (sample_id, draw, size, replaces, reason, drawn_at, drawn_by)
                VALUES (:sample, :draw, :size, :replaces, :reason, :now, :by)""").bind("sample", draw.sampleId()).bind(
                "draw", draw.number()).bind("size", draw.size()).bind("replaces", draw.replaces()).bind("reason",
                        draw.reason()).bind("now", days.now()).bind("by", draw.by()).execute());
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO sample_item (sample_id, case_id, case_number, stratum, draw, digest)
                SELECT m.sample_id, m.case_id, m.case_number, m.stratum, :draw, t.digest
                FROM unnest(:cases, :digests) WITH ORDINALITY t(case_id, digest, place)
                JOIN sample_member m ON m.sample_id = :sample AND m.case_id = t.case_id
                ORDER BY t.place""").bind("sample", draw.sampleId()).bind("draw", draw.number()).bindArray("cases",
                Long.class, drawn.stream().map(ticket -> ticket.member().caseId()).toList()).bindArray("digests",
                        String.class, drawn.stream().map(Lottery.Ticket::digest).toList()).execute());
    }

    private static String stratum(List<SampleStratum> strata) {
        return strata.isEmpty()
                ? "'ALL'"
                : String.join(" || '/' || ", strata.stream().map(SampleBook::expression).toList());
    }

    private static String expression(SampleStratum stratum) {
        return switch (stratum) {
            case COUNTY ->
                "coalesce((SELECT u.code FROM org_unit u WHERE u.id = ANY(c.ancestors) AND u.kind = 'COUNTY'), '-')";
            case BRANCH_KIND -> "c.branch_kind";
        };
    }

    private static String within(int level) {
        if (level == 0) {
            return ":unit::integer IS NOT NULL";
        }
        return level <= INDEXED_LEVELS
                ? "c.a" + level + " = :unit"
                : "c.ancestors[" + (level + 1) + "] = :unit";
    }
}
