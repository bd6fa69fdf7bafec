package org.zhengdun.statistics;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.cases.CaseConditions;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.Units;
import org.zhengdun.settings.EffectiveSettings;
import org.zhengdun.shared.persistence.OneMoment;
import org.zhengdun.shared.persistence.Columns;

/** Counts the listed cases of a province by category and decides what of it external clients see. */
@ApplicationScoped
class CategoryCounts {

    private static final int PROVINCE_LEVEL = 1;
    /** All listed cases with the years in which they are counted: of each year the same as a figure of that year counts. */
    private static final String LISTED = """
            SELECT l.ancestors, l.main_category, k.form_column, k.maps_to, coalesce(k.restricted, false) AS restricted,
                   l.years, count(*) AS cases
            FROM (SELECT c.ancestors, c.main_category, c.main_category_version,
                         ARRAY(SELECT o.from_year::integer FROM carry_over o
                               WHERE o.case_id = c.id AND o.from_year < c.year ORDER BY 1) || c.year::integer AS years
                  FROM rectification_case c WHERE c.a1 = :province AND %s) l
            LEFT JOIN category k ON k.code = l.main_category AND k.version = l.main_category_version
            GROUP BY l.ancestors, l.main_category, k.form_column, k.maps_to, k.restricted, l.years""".formatted(
            CaseConditions.listed("c"));

    private final Jdbi jdbi;
    private final Units units;
    private final EffectiveSettings settings;

    CategoryCounts(Jdbi jdbi, Units units, EffectiveSettings settings) {
        this.jdbi = jdbi;
        this.units = units;
        this.settings = settings;
    }

    /** A unit in the tree. */
    private record Placed(int id, int parent, UnitKind kind) {}

    /** Cases of one unit and category. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Cases(int[] path, List<Integer> years, int category, long number) {}

    /** What is shown in the province of the unit; decided for all of it, whatever is asked. */
    ShownCategories of(Unit unit, int year) {
        Unit province = units.find(unit.path()[PROVINCE_LEVEL]).orElseThrow();
        int threshold = settings.of(province.path()).suppressionThreshold();
        return OneMoment.read(jdbi, handle -> {
            CountedTree tree = tree(handle, province);
            count(handle, province, tree);
            BitSet restricted = PublicCategories.restricted(new HashSet<>(handle.createQuery(
                    "SELECT code FROM category WHERE restricted AND valid_to IS NULL AND owner_id = :root").bind("root",
                            Units.ROOT).mapTo(String.class).list()));
            return new ShownCategories(tree, year, new Withholding(restricted, PublicCategories.CODES.size(),
                    threshold).plan(tree.province(year), year));
        });
    }

    private static CountedTree tree(Handle handle, Unit province) {
        Map<Integer, UnitKind> kinds = new HashMap<>();
        Map<Integer, Integer> parents = new HashMap<>();
        handle.createQuery(
                "SELECT id, parent_id, kind FROM org_unit WHERE a1 = :province AND kind <> 'BRANCH' AND id <> :province").bind(
                        "province", province.id()).map(
                                (row, context) -> new Placed(row.getInt("id"),
                                        row.getInt("parent_id"), UnitKind.valueOf(row.getString("kind")))).forEach(
                                                unit -> {
                                                    kinds.put(unit.id(), unit.kind());
                                                    parents.put(unit.id(), unit.parent());
                                                });
        return new CountedTree(province.id(), kinds, parents);
    }

    private static void count(Handle handle, Unit province, CountedTree tree) {
        handle.createQuery(LISTED).bind("province", province.id()).map(
                (row, context) -> new Cases(Columns.ints(row, "ancestors"),
                        IntStream.of(Columns.ints(row, "years")).boxed().toList(),
                        PublicCategories.index(Objects.requireNonNull(row.getString("main_category")),
                                Columns.integer(row, "form_column"), row.getString("maps_to"),
                                row.getBoolean("restricted")),
                        row.getLong("cases"))).forEach(
                                cases -> tree.add(cases.path(), cases.years(), cases.category(), cases.number()));
    }
}
