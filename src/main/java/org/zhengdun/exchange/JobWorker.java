package org.zhengdun.exchange;

import java.util.Optional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Works queued jobs off, one at a time. Job and effect end in one transaction; a job whose replica dies is free at once and
 * starts again from nothing.
 */
@ApplicationScoped
class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int LIMIT_SECONDS = 1800;

    private final Jobs jobs;
    private final ProgressBoard board;
    private final TreeImport treeImport;
    private final Uploads uploads;

    JobWorker(Jobs jobs, ProgressBoard board, TreeImport treeImport, Uploads uploads) {
        this.jobs = jobs;
        this.board = board;
        this.treeImport = treeImport;
        this.uploads = uploads;
    }

    /** A job that ended in an unexpected fault; its transaction is rolled back. */
    private static final class Broken extends RuntimeException {

        private final transient Job job;

        Broken(Job job, RuntimeException cause) {
            super(cause);
            this.job = job;
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        while (jobs.isAnyQueued() && workOne()) {
            LOG.debug("looking for the next job");
        }
    }

    private boolean workOne() {
        try {
            Optional<Job> ended = QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(() -> {
                Optional<Job> claimed = jobs.claim();
                claimed.ifPresent(this::run);
                return claimed;
            });
            ended.map(Job::uploadId).ifPresent(uploads::discard);
            return ended.isPresent();
        } catch (Broken broken) {
            LOG.errorf(broken.getCause(), "Job %d broke, trace id %s", broken.job.id(),
                    broken.job.origin().traceId());
            QuarkusTransaction.requiringNew().run(
                    () -> jobs.finish(broken.job.id(), Outcome.failed("import.internal")));
            uploads.discard(broken.job.uploadId());
            return true;
        }
    }

    private void run(Job job) {
        if (board.start(job.id()) > MOST_ATTEMPTS) {
            jobs.finish(job.id(), Outcome.failed("import.internal"));
            return;
        }
        try {
            jobs.finish(job.id(), treeImport.run(job, board.of(job.id())));
        } catch (RuntimeException failure) {
            throw new Broken(job, failure);
        }
        board.of(job.id()).at(JobPhase.DONE, job.rows(), job.rows());
    }
}
