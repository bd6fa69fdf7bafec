package org.zhengdun.exchange;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;

/**
 * Rows of files that came in, until their job has ended. Rows are stored in batches by short statements, so that a slow
 * sender never holds a database connection.
 */
@ApplicationScoped
class Uploads {

    static final int BATCH = 10_000;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String STAGE = """
            INSERT INTO import_row (upload_id, row, code, parent_code, kind, name, branch_kind)
            SELECT :upload, * FROM unnest(:rows, :codes, :parents, :kinds, :names, :branchKinds)""";

    private final Jdbi jdbi;
    private final Days days;

    Uploads(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    long open(long accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "INSERT INTO upload (account_id, created_at) VALUES (:account, :now) RETURNING id").bind("account",
                        accountId).bind("now", days.now()).mapTo(Long.class).one());
    }

    void stage(long uploadId, List<UnitRow> rows) {
        jdbi.useHandle(handle -> handle.createUpdate(STAGE).bind("upload", uploadId).bind("rows",
                rows.stream().mapToInt(UnitRow::row).toArray()).bind("codes", texts(rows, UnitRow::code)).bind(
                        "parents", texts(rows, UnitRow::parentCode)).bind("kinds", texts(rows, UnitRow::kind)).bind(
                                "names", texts(rows, UnitRow::name)).bind("branchKinds",
                                        texts(rows, UnitRow::branchKind)).execute());
    }

    void discard(long uploadId) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM import_row WHERE upload_id = :id").bind("id", uploadId).execute();
            handle.createUpdate("DELETE FROM upload WHERE id = :id").bind("id", uploadId).execute();
        });
    }

    @Scheduled(every = "1h", delayed = "7m")
    void discardAbandoned() {
        List<Long> abandoned = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT id FROM upload u WHERE created_at < :before
                AND NOT EXISTS (SELECT 1 FROM job j WHERE j.upload_id = u.id AND j.state = 'QUEUED')""").bind("before",
                days.now().minus(KEPT)).mapTo(Long.class).list());
        abandoned.forEach(this::discard);
    }

    private static String[] texts(List<UnitRow> rows, Function<UnitRow, @Nullable Object> value) {
        return rows.stream().map(value).map(each -> each == null ? null : each.toString()).toArray(String[]::new);
    }
}
