package org.zhengdun.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.zhengdun.shared.change.Origin;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Queues, claims and ends jobs. */
@ApplicationScoped
class Jobs {

    /** One import at a time in the whole service: it locks the tree against other writers. */
    private static final long IMPORT_LOCK = 0x7a68_656e_6764_756eL;

    private final Jdbi jdbi;
    private final Days days;

    Jobs(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** Queues the job; its id is given here, the one in the record is not looked at. */
    long queue(Job job, JobKind kind, Findings findings) {
        return jdbi.withHandle(handle -> {
            long id = handle.createQuery(
                    """
                            INSERT INTO job (kind, state, dry_run, upload_id, rows, sha256, account_id, actor, role, unit_id, ancestors,
                                             scope_roots, trace_id, client_address, created_at, error_count)
                            VALUES (:kind, 'QUEUED', :dryRun, :upload, :rows, :sha256, :account, :actor, :role, :unit, :place, :roots,
                                    :trace, :client, :now, :errors) RETURNING id""").bind(
                            "kind", kind.name()).bind("dryRun",
                                    job.dryRun()).bind("upload", job.uploadId()).bind("rows", job.rows()).bind("sha256",
                                            job.sha256()).bind("account",
                                                    job.acting().accountId()).bind("actor", job.acting().name()).bind(
                                                            "role",
                                                            job.acting().role().name()).bind("unit",
                                                                    job.acting().unitId()).bind("place",
                                                                            job.place()).bind("roots",
                                                                                    job.scopeRoots()).bind("trace",
                                                                                            job.origin().traceId()).bind(
                                                                                                    "client",
                                                                                                    job.origin().clientAddress()).bind(
                                                                                                            "now",
                                                                                                            days.now()).bind(
                                                                                                                    "errors",
                                                                                                                    findings.count()).mapTo(
                                                                                                                            Long.class).one();
            insert(handle, id, findings.first());
            return id;
        });
    }

    /**
     * Claims the next job for the running transaction: its end frees the job, whether it came to its end or its replica
     * was killed.
     */
    Optional<Job> claim() {
        return jdbi.withHandle(handle -> {
            boolean free = handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)").bind("lock",
                    IMPORT_LOCK).mapTo(Boolean.class).one();
            return free
                    ? handle.createQuery("""
                            SELECT * FROM job WHERE state = 'QUEUED' ORDER BY id LIMIT 1
                            FOR NO KEY UPDATE SKIP LOCKED""").map((row, context) -> job(row)).findOne()
                    : Optional.empty();
        });
    }

    /** Whether a job waits; a look that costs no lock. */
    boolean isAnyQueued() {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT EXISTS (SELECT 1 FROM job WHERE state = 'QUEUED')").mapTo(Boolean.class).one());
    }

    /** What the upload of the job already found. */
    Findings findings(Job job) {
        Findings findings = new Findings();
        jdbi.useHandle(handle -> {
            int count = handle.createQuery("SELECT error_count FROM job WHERE id = :id").bind("id", job.id()).mapTo(
                    Integer.class).one();
            findings.addAll(JobQueries.findings(handle, job.id()), count);
        });
        return findings;
    }

    void finish(long id, Outcome outcome) {
        jdbi.useHandle(handle -> {
            Outcome.Counts counts = outcome.counts();
            handle.createUpdate("""
                    UPDATE job SET state = :state, finished_at = :now, created = :created, updated = :updated,
                        unchanged = :unchanged, error_count = :errors WHERE id = :id""").bind("state",
                    counts == null ? "FAILED" : "SUCCEEDED").bind("now", days.now()).bind("created",
                            counts == null ? null : counts.created()).bind("updated",
                                    counts == null ? null : counts.updated()).bind("unchanged",
                                            counts == null ? null : counts.unchanged()).bind("errors",
                                                    outcome.findings().count()).bind("id", id).execute();
            handle.createUpdate("DELETE FROM job_error WHERE job_id = :id").bind("id", id).execute();
            insert(handle, id, outcome.findings().first());
        });
    }

    private static void insert(Handle handle, long id, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO job_error (job_id, row, field, code, arguments) VALUES (:id, :row, :field, :code, :arguments)");
        findings.forEach(finding -> batch.bind("id", id).bind("row", finding.row()).bind("field",
                finding.column()).bind("code", finding.message().code()).bind("arguments",
                        finding.message().arguments().stream().map(String::valueOf).toArray(String[]::new)).add());
        batch.execute();
    }

    private static Job job(ResultSet row) throws SQLException {
        Acting acting = new Acting(row.getLong("account_id"), row.getString("actor"),
                Role.valueOf(row.getString("role")), row.getInt("unit_id"));
        return new Job(row.getLong("id"), row.getBoolean("dry_run"), row.getLong("upload_id"), row.getInt("rows"),
                row.getString("sha256"), acting, Columns.ints(row, "ancestors"), Columns.ints(row, "scope_roots"),
                new Origin(row.getString("trace_id"), row.getString("client_address")));
    }
}
