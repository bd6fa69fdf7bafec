package org.zhengdun.settings;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/** The overrides of units in the database, one JSON document for each unit that has any. */
@ApplicationScoped
class StoredOverrides {

    /** The overrides of one unit. */
    record Overrides(int unitId, String json, int version) {}

    private final Jdbi jdbi;
    private final Days days;

    StoredOverrides(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** What the units of the path have set, from the root down. */
    List<Overrides> along(int[] path) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT unit_id, overrides, version FROM setting WHERE unit_id = ANY(:path)
                ORDER BY array_position(:path, unit_id)""").bind("path", path).map((row,
                context) -> new Overrides(row.getInt("unit_id"), row.getString("overrides"),
                        row.getInt("version"))).list());
    }

    /** Stores the document that replaces this version, 0 when there was none. */
    void store(int unitId, String json, int formerVersion, long accountId) {
        int stored = jdbi.withHandle(handle -> handle.createUpdate("""
                INSERT INTO setting (unit_id, overrides, version, changed_at, changed_by)
                VALUES (:unit, :overrides::jsonb, 1, :now, :account)
                ON CONFLICT (unit_id) DO UPDATE SET overrides = excluded.overrides, version = setting.version + 1,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                    WHERE setting.version = :former""").bind("unit", unitId).bind("overrides", json).bind("now",
                days.now()).bind("account", accountId).bind("former", formerVersion).execute());
        if (stored == 0) {
            throw ProblemException.of(ProblemType.VERSION_MISMATCH);
        }
    }
}
