package org.zhengdun.exchange;

import java.util.function.Function;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.time.Days;

/** Shows how far a job is while its own transaction is still open: each report is a transaction of its own. */
@ApplicationScoped
class ProgressBoard {

    private final Jdbi jdbi;
    private final Days days;

    ProgressBoard(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** Notes the start and returns how many there were, this one included. */
    int start(long jobId) {
        return apart(handle -> handle.createQuery("""
                INSERT INTO job_progress (job_id, attempt, started_at, phase, done, total)
                VALUES (:job, 1, :now, :phase, 0, 0)
                ON CONFLICT (job_id) DO UPDATE SET attempt = job_progress.attempt + 1, started_at = :now,
                    phase = :phase, done = 0, total = 0
                RETURNING attempt""").bind("job", jobId).bind("now", days.now()).bind("phase",
                JobPhase.COMPARING.name()).mapTo(Integer.class).one());
    }

    Progress of(long jobId) {
        return (phase, done, total) -> apart(handle -> handle.createUpdate(
                "UPDATE job_progress SET phase = :phase, done = :done, total = :total WHERE job_id = :job").bind(
                        "phase",
                        phase.name()).bind("done", done).bind("total", total).bind("job", jobId).execute());
    }

    /** Opens a connection of its own, because withHandle would take the one that the thread already works with. */
    private int apart(Function<Handle, Integer> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Handle handle = jdbi.open()) {
                return work.apply(handle);
            }
        });
    }
}
