package org.zhengdun.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.UnitKind;

/** The units among the keys of an axis of units; names and kinds are those of today. */
record UnitItems(Map<Integer, Found> units) {

    /** A unit. */
    record Found(int id, String code, String name, UnitKind kind) {}

    static UnitItems of(Handle handle, Collection<Integer> ids) {
        Map<Integer, Found> units = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("SELECT id, code, name, kind FROM org_unit WHERE id = ANY(:ids)").bind("ids",
                    ids.stream().mapToInt(Integer::intValue).toArray()).map(
                            (row, context) -> new Found(row.getInt("id"), row.getString("code"), row.getString("name"),
                                    UnitKind.valueOf(row.getString("kind")))).forEach(
                                            unit -> units.put(unit.id(), unit));
        }
        return new UnitItems(units);
    }

    UnitItems and(UnitItems others) {
        Map<Integer, Found> all = new HashMap<>(units);
        all.putAll(others.units());
        return new UnitItems(all);
    }

    /** The first of the ids whose unit is of the kind; NONE when there is none. */
    String key(List<Integer> ids, @Nullable UnitKind kind) {
        return ids.stream().map(units::get).filter(unit -> unit != null && (kind == null || unit.kind() == kind)).map(
                unit -> String.valueOf(unit.id())).findFirst().orElse(Figures.NONE);
    }
}
