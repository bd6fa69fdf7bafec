package org.zhengdun.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.verification.SampleRows.ItemState;

/** Reads samples and their parts. */
@ApplicationScoped
class SampleQueries {

    private static final ScopedSelect NEWEST = new ScopedSelect("spot_sample s", "s", List.of("id"), "");

    private static final String ITEM = """
            SELECT i.id, i.case_id, i.case_number, i.stratum, i.draw, i.digest, d.reason, k.id AS check_id, k.state, k.passed
            FROM sample_item i
            LEFT JOIN sample_draw d ON d.sample_id = i.sample_id AND d.replaces = i.case_id
            LEFT JOIN acceptance_check k ON k.sample_item_id = i.id AND k.state <> 'CANCELLED'
            WHERE i.sample_id = :sample\s""";

    private final Jdbi jdbi;

    SampleQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A sample with its place and version. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(SampleRows.Sample sample, int[] place, long version) {}

    /** Newest first, one more than asked. */
    List<SampleRows.Sample> page(Scope scope, long before, int limit) {
        String sql = "SELECT s.* FROM (" + NEWEST.page(scope, "AND s.id < :before", "DESC")
                + ") page JOIN spot_sample s ON s.id = page.k1 ORDER BY s.id DESC";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("before", before).bind("limit", limit + 1);
            NEWEST.bind(query, scope);
            return query.map((row, context) -> sample(row)).list();
        });
    }

    /** The sample, or 404 outside the scope. */
    Found find(long id, Scope scope) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM spot_sample WHERE id = :id").bind("id",
                id).map((row, context) -> new Found(sample(row), Columns.ints(row, "ancestors"),
                        row.getLong("version"))).findOne()).filter(found -> scope.covers(found.place())).orElseThrow(
                                ProblemException::notFound);
    }

    /** In the order of the canonical list, one more than asked. */
    List<SampleRows.Member> population(long sampleId, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT case_id, case_number, stratum FROM sample_member
                        WHERE sample_id = :sample AND case_number > :after COLLATE "C" ORDER BY case_number LIMIT :limit""").bind(
                        "sample", sampleId).bind("after", after).bind("limit", limit + 1).map(
                                (row, context) -> new SampleRows.Member(row.getLong("case_id"),
                                        row.getString("case_number"),
                                        row.getString("stratum"))).list());
    }

    List<SampleRows.Draw> draws(long sampleId, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT d.draw, d.size, d.reason, d.drawn_at, i.case_number AS replaces FROM sample_draw d
                LEFT JOIN sample_item i ON i.sample_id = d.sample_id AND i.case_id = d.replaces
                WHERE d.sample_id = :sample AND d.draw > :after ORDER BY d.draw LIMIT :limit""").bind("sample",
                sampleId).bind("after", after).bind("limit", limit + 1).map(
                        (row, context) -> new SampleRows.Draw(row.getInt("draw"), row.getInt("size"),
                                row.getString("replaces"), row.getString("reason"),
                                Columns.requiredInstant(row, "drawn_at"))).list());
    }

    List<SampleRows.Item> items(long sampleId, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                ITEM + "AND i.id > :after ORDER BY i.id LIMIT :limit").bind("sample", sampleId).bind("after",
                        after).bind("limit", limit + 1).map(SampleQueries::drawn).list());
    }

    Optional<SampleRows.Item> item(long sampleId, long itemId) {
        return jdbi.withHandle(handle -> handle.createQuery(ITEM + "AND i.id = :item").bind("sample", sampleId).bind(
                "item", itemId).map(SampleQueries::drawn).findOne());
    }

    Optional<SampleRows.Item> itemOfCase(long sampleId, long caseId) {
        return jdbi.withHandle(handle -> handle.createQuery(ITEM + "AND i.case_id = :case").bind("sample",
                sampleId).bind("case", caseId).map(SampleQueries::drawn).findOne());
    }

    /** The cases of the population that were not drawn yet. */
    List<Lottery.Member> remaining(long sampleId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT m.case_id, m.case_number, m.stratum FROM sample_member m
                WHERE m.sample_id = :sample AND NOT EXISTS (
                    SELECT FROM sample_item i WHERE i.sample_id = m.sample_id AND i.case_id = m.case_id)""").bind(
                "sample", sampleId).map(
                        (row, context) -> new Lottery.Member(row.getLong("case_id"),
                                row.getString("case_number"), row.getString("stratum"))).list());
    }

    private static SampleRows.Item drawn(ResultSet row, StatementContext context) throws SQLException {
        Long check = Columns.number(row, "check_id");
        ItemState state = ItemState.PLANNED;
        if (row.getString("reason") != null) {
            state = ItemState.NOT_EXAMINABLE;
        } else if (check != null) {
            state = CheckState.valueOf(row.getString("state")) == CheckState.COMPLETED
                    ? ItemState.CHECKED
                    : ItemState.STARTED;
        }
        return new SampleRows.Item(row.getLong("id"), row.getLong("case_id"), row.getString("case_number"),
                row.getString("stratum"), row.getInt("draw"), row.getString("digest"), state,
                row.getString("reason"), check, row.getObject("passed", Boolean.class));
    }

    private static SampleRows.Sample sample(ResultSet row) throws SQLException {
        String seed = row.getString("seed");
        return new SampleRows.Sample(row.getLong("id"), row.getInt("unit_id"), Columns.number(row, "round_id"),
                Columns.date(row, "transformed_from"), Columns.date(row, "transformed_to"),
                Stream.of((String[]) row.getArray("strata").getArray()).map(SampleStratum::valueOf).toList(),
                seed == null ? SampleRows.SampleState.FROZEN : SampleRows.SampleState.DRAWN,
                row.getInt("population"), row.getString("population_digest"), row.getInt("size"),
                row.getString("seed_source"), seed, Columns.date(row, "seed_published_on"), row.getInt("draws"),
                Columns.requiredInstant(row, "frozen_at"), Columns.instant(row, "drawn_at"));
    }
}
