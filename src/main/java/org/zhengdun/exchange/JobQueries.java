package org.zhengdun.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.web.Language;

/** Reads jobs with their progress and report. */
@RequestScoped
class JobQueries {

    private static final String JOB = """
            SELECT j.*, p.phase, p.done, p.total, p.started_at,
                   CASE WHEN j.state = 'QUEUED' AND p.job_id IS NOT NULL THEN 'RUNNING' ELSE j.state END AS visible_state
            FROM job j LEFT JOIN job_progress p ON p.job_id = j.id WHERE j.id = :id""";

    private final Jdbi jdbi;
    private final Language language;

    /** A job with what decides who may see it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Owned(JobDetail job, long accountId, int[] place) {}

    JobQueries(Jdbi jdbi, Language language) {
        this.jdbi = jdbi;
        this.language = language;
    }

    Optional<Owned> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(JOB).bind("id", id).map(
                (row, context) -> new Owned(detail(row, errors(handle, id)), row.getLong("account_id"),
                        Columns.ints(row, "ancestors"))).findOne());
    }

    /** Read after the state of the job: what is seen as ended has all its errors. */
    private List<JobDetail.RowError> errors(Handle handle, long id) {
        return findings(handle, id).stream().map(this::error).toList();
    }

    /** The first findings of a job, by row. */
    static List<Finding> findings(Handle handle, long jobId) {
        return handle.createQuery("""
                SELECT row, field, code, arguments FROM job_error WHERE job_id = :id ORDER BY row, field, code
                LIMIT :shown""").bind("id", jobId).bind("shown", Findings.SHOWN).map(
                (row, context) -> finding(row)).list();
    }

    static Finding finding(ResultSet row) throws SQLException {
        return Finding.of(row.getInt("row"), row.getString("field"), row.getString("code"),
                (Object[]) row.getArray("arguments").getArray());
    }

    private static JobDetail detail(ResultSet row, List<JobDetail.RowError> errors) throws SQLException {
        JobState state = JobState.valueOf(row.getString("visible_state"));
        boolean ended = state == JobState.SUCCEEDED || state == JobState.FAILED;
        return new JobDetail(row.getLong("id"), JobKind.valueOf(row.getString("kind")), state,
                row.getBoolean("dry_run"), progress(row), state == JobState.SUCCEEDED ? counts(row) : null,
                ended ? errors : List.of(), ended ? row.getInt("error_count") : 0,
                Columns.requiredInstant(row, "created_at"), Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"));
    }

    private static JobDetail.@Nullable JobProgress progress(ResultSet row) throws SQLException {
        JobPhase phase = Columns.constant(row, "phase", JobPhase.class);
        return phase == null ? null : new JobDetail.JobProgress(phase, row.getInt("done"), row.getInt("total"));
    }

    private static Outcome.Counts counts(ResultSet row) throws SQLException {
        return new Outcome.Counts(row.getInt("created"), row.getInt("updated"), row.getInt("unchanged"));
    }

    private JobDetail.RowError error(Finding finding) {
        return new JobDetail.RowError(finding.row() == 0 ? null : finding.row(),
                finding.column().isEmpty() ? null : finding.column(), finding.message().code(),
                language.text(finding.message()));
    }
}
