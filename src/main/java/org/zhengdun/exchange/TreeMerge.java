package org.zhengdun.exchange;

import org.jdbi.v3.core.Handle;
import org.zhengdun.shared.change.ManyChanges;

/** Writes checked rows into the tree, in batches that show progress: parents before children, in the order of codes. */
final class TreeMerge {

    private static final int BATCH = 25_000;
    private static final int WORTH_ANALYZING = 1_000;
    /** What was changed of existing units, as rows of {@link ManyChanges}. */
    private static final String UPDATED = """
            SELECT id::text, ancestors,
                   jsonb_strip_nulls(jsonb_build_object('name', old_name, 'branchKind', old_branch_kind)),
                   jsonb_strip_nulls(jsonb_build_object('name', name, 'branchKind', branch_kind, 'jobId', %d))
            FROM changing ORDER BY ordinal""";

    private final Handle handle;
    private final Progress progress;

    TreeMerge(Handle handle, Progress progress) {
        this.handle = handle;
        this.progress = progress;
    }

    void run(Outcome.Counts counts, int levels) {
        if (counts.updated() > 0) {
            update(counts.updated());
        }
        if (counts.created() > 0) {
            withIndexPlans(() -> create(counts.created(), levels));
        }
        if (counts.created() + counts.updated() >= WORTH_ANALYZING) {
            handle.execute("ANALYZE org_unit");
        }
    }

    /** What the job changed of existing units. */
    static ManyChanges updated(long jobId) {
        return new ManyChanges("org.change", "org_unit", UPDATED.formatted(jobId));
    }

    private void update(int total) {
        handle.execute("""
                CREATE TEMP TABLE changing ON COMMIT DROP AS
                SELECT row_number() OVER (ORDER BY code) AS ordinal, id, ancestors, old_name, old_branch_kind, name,
                       branch_kind
                FROM resolved WHERE id IS NOT NULL AND changed""");
        for (int done = 0; done < total; done += BATCH) {
            progress.at(JobPhase.UPDATING, done, total);
            handle.execute("""
                    UPDATE org_unit u SET name = c.name, branch_kind = c.branch_kind, version = u.version + 1
                    FROM changing c WHERE c.id = u.id AND c.ordinal > ? AND c.ordinal <= ?""", done, done + BATCH);
        }
    }

    private void create(int total, int levels) {
        handle.execute("""
                CREATE TEMP TABLE creating ON COMMIT DROP AS
                SELECT p.level, row_number() OVER (PARTITION BY p.level ORDER BY r.code) AS ordinal,
                       r.code, r.parent_code, r.kind, r.name, r.branch_kind
                FROM placed p JOIN resolved r ON r.row = p.row""");
        handle.execute("CREATE INDEX ON creating (level, ordinal)");
        handle.execute("ANALYZE creating");
        int done = 0;
        for (int level = 1; level <= levels; level++) {
            int created = BATCH;
            for (int from = 0; created == BATCH; from += BATCH) {
                progress.at(JobPhase.CREATING, done, total);
                created = createBatch(level, from);
                done += created;
            }
        }
    }

    /**
     * A table that grows thousandfold inside one transaction would keep the plans made for a few rows, for the foreign key
     * too, and become quadratic: forget old plans, and make new ones that use indexes whatever the size.
     */
    private void withIndexPlans(Runnable work) {
        handle.execute("ANALYZE org_unit");
        handle.execute("SET LOCAL enable_seqscan = off");
        work.run();
        handle.execute("SET LOCAL enable_seqscan = on");
    }

    private int createBatch(int level, int from) {
        return handle.execute("""
                INSERT INTO org_unit (id, parent_id, code, name, kind, branch_kind, ancestors)
                SELECT n.id, n.parent_id, n.code, n.name, n.kind, n.branch_kind, n.path || n.id FROM (
                    SELECT nextval(pg_get_serial_sequence('org_unit', 'id'))::integer AS id, o.* FROM (
                        SELECT p.id AS parent_id, p.ancestors AS path, c.code, c.name, c.kind, c.branch_kind
                        FROM creating c JOIN org_unit p ON p.code = c.parent_code
                        WHERE c.level = ? AND c.ordinal > ? AND c.ordinal <= ? ORDER BY c.ordinal) o) n""", level, from,
                from + BATCH);
    }
}
