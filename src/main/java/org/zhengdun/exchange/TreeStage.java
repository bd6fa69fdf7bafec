package org.zhengdun.exchange;

import org.jdbi.v3.core.Handle;

/**
 * The uploaded rows next to the units they name, in temporary tables of the running transaction:
 *
 * <ul>
 * <li>{@code incoming}: the rows, and which occurrence of its code each is;
 * <li>{@code resolved}: one row per code with the unit that has the code and the parent, in the tree or in the file;
 * <li>{@code placed}: the level of each new unit that hangs, over other new ones, below the existing tree.
 * </ul>
 */
final class TreeStage {

    static final int MOST_LEVELS = 64;

    private final Handle handle;

    TreeStage(Handle handle) {
        this.handle = handle;
    }

    /** Loads the rows of the upload and returns how many there are. */
    int load(Job job) {
        handle.execute("""
                CREATE TEMP TABLE incoming ON COMMIT DROP AS
                SELECT row, code, parent_code, kind, name, branch_kind,
                       row_number() OVER (PARTITION BY code ORDER BY row) AS occurrence
                FROM import_row WHERE upload_id = ?""", job.uploadId());
        handle.execute("ANALYZE incoming");
        return count("SELECT count(*) FROM incoming");
    }

    /** Finds unit and parent of each row; the kind of a branch that reports its facts is the one of the facts. */
    void resolve(Job job) {
        handle.execute(
                """
                        CREATE TEMP TABLE resolved ON COMMIT DROP AS
                        SELECT i.row, i.code, i.parent_code, i.kind, i.name, coalesce(b.branch_kind, i.branch_kind) AS branch_kind,
                               u.id, u.kind AS old_kind, u.parent_id AS old_parent_id, u.closed_on IS NOT NULL AS closed,
                               u.ancestors && ? AS in_scope, u.name AS old_name, u.branch_kind AS old_branch_kind, u.ancestors,
                               (u.name, u.branch_kind) IS DISTINCT FROM (i.name, coalesce(b.branch_kind, i.branch_kind)) AS changed,
                               f.row AS parent_row, coalesce(e.kind, f.kind) AS parent_kind,
                               e.id AS parent_id, e.closed_on IS NOT NULL AS parent_closed, e.ancestors && ? AS parent_in_scope
                        FROM incoming i
                        LEFT JOIN org_unit u ON u.code = i.code
                        LEFT JOIN branch_fact b ON b.branch_id = u.id AND b.valid_to IS NULL
                        LEFT JOIN incoming f ON f.code = i.parent_code AND f.occurrence = 1
                        LEFT JOIN org_unit e ON e.code = i.parent_code
                        WHERE i.occurrence = 1 AND i.code IS NOT NULL""",
                job.scopeRoots(), job.scopeRoots());
        handle.execute("ANALYZE resolved");
    }

    /** Finds the level of each new unit, from those below existing units downwards; returns the deepest. */
    int place(Progress progress) {
        int news = count("SELECT count(*) FROM resolved WHERE id IS NULL");
        handle.execute("CREATE TEMP TABLE placed (row integer, level integer) ON COMMIT DROP");
        int found = handle.execute(
                "INSERT INTO placed SELECT row, 1 FROM resolved WHERE id IS NULL AND parent_id IS NOT NULL");
        int placed = 0;
        int level = 0;
        while (found > 0 && level < MOST_LEVELS) {
            placed += found;
            level++;
            progress.at(JobPhase.PLACING, placed, news);
            found = handle.execute("""
                    INSERT INTO placed SELECT r.row, p.level + 1 FROM placed p JOIN resolved r ON r.parent_row = p.row
                    WHERE p.level = ? AND r.id IS NULL AND r.parent_id IS NULL""", level);
        }
        handle.execute("ANALYZE placed");
        return level;
    }

    Outcome.Counts counts() {
        return handle.createQuery("""
                SELECT count(*) FILTER (WHERE id IS NULL) AS created,
                       count(*) FILTER (WHERE id IS NOT NULL AND changed) AS updated,
                       count(*) FILTER (WHERE id IS NOT NULL AND NOT changed) AS unchanged
                FROM resolved""").map((row, context) -> new Outcome.Counts(row.getInt("created"), row.getInt("updated"),
                row.getInt("unchanged"))).one();
    }

    private int count(String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }
}
