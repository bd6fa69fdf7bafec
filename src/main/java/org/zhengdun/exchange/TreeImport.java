package org.zhengdun.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.persistence.LongStatements;

/** Imports a staged tree in the running transaction: compares, checks, then writes everything or nothing. */
@ApplicationScoped
class TreeImport {

    private final Jdbi jdbi;
    private final Jobs jobs;
    private final ChangeLog changes;

    TreeImport(Jdbi jdbi, Jobs jobs, ChangeLog changes) {
        this.jdbi = jdbi;
        this.jobs = jobs;
        this.changes = changes;
    }

    Outcome run(Job job, Progress progress) {
        return LongStatements.with(jdbi, handle -> work(handle, job, progress));
    }

    private Outcome work(Handle handle, Job job, Progress progress) {
        progress.at(JobPhase.COMPARING, 0, job.rows());
        TreeStage stage = new TreeStage(handle);
        if (stage.load(job) != job.rows()) {
            return Outcome.failed("import.interrupted");
        }
        if (!job.dryRun()) {
            // readers go on; other writers of the tree wait or are told to try again
            handle.execute("LOCK TABLE org_unit IN SHARE ROW EXCLUSIVE MODE");
        }
        stage.resolve(job);
        progress.at(JobPhase.CHECKING, 0, job.rows());
        TreeChecks checks = new TreeChecks(handle);
        checks.rows();
        int levels = stage.place(progress);
        checks.places();
        Findings findings = jobs.findings(job);
        checks.addTo(findings);
        return findings.count() > 0
                ? new Outcome(null, findings)
                : new Outcome(merge(handle, job, progress, stage.counts(), levels), findings);
    }

    private Outcome.Counts merge(Handle handle, Job job, Progress progress, Outcome.Counts counts, int levels) {
        if (!job.dryRun()) {
            new TreeMerge(handle, progress).run(counts, levels);
            record(job, counts);
        }
        return counts;
    }

    /** A row for each changed unit, then one for the job; last of all, so that a long import seals in time. */
    private void record(Job job, Outcome.Counts counts) {
        if (counts.updated() > 0) {
            changes.record(job.acting(), TreeMerge.updated(job.id()), job.origin());
        }
        changes.record(job.acting(), new Change("org.import", "job", Long.toString(job.id()), job.place(), null, null,
                new Imported(counts.created(), counts.updated(), counts.unchanged(), job.sha256())), job.origin());
    }

    /** What the audit trail keeps of a job, with the digest of the file as it was sent. */
    private record Imported(int created, int updated, int unchanged, @Nullable String sha256) {}
}
