package org.zhengdun.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.zhengdun.organization.UnitKind;

/** What rows must satisfy among each other and against the tree; every violation is found, each check in one statement. */
final class TreeChecks {

    private static final List<Check> CHECKS = List.of(
            new Check("parentCode", "import.parent-required", "ARRAY[]::text[]",
                    "parent_code IS NULL AND (id IS NULL OR old_parent_id IS NOT NULL)"),
            new Check("parentCode", "import.parent-unknown", "ARRAY[parent_code]",
                    "CASE WHEN parent_id IS NULL THEN parent_row IS NULL ELSE id IS NULL AND NOT parent_in_scope END"
                            + " AND parent_code IS NOT NULL"),
            new Check("parentCode", "import.parent-closed", "ARRAY[parent_code]",
                    "id IS NULL AND parent_in_scope AND parent_closed"),
            new Check("code", "import.out-of-scope", "ARRAY[code]", "id IS NOT NULL AND NOT in_scope"),
            new Check("parentCode", "import.move-not-by-import",
                    "ARRAY[coalesce((SELECT o.code FROM org_unit o WHERE o.id = old_parent_id), '')]",
                    "in_scope AND parent_code IS NOT NULL AND parent_id IS DISTINCT FROM old_parent_id"
                            + " AND (parent_id IS NOT NULL OR parent_row IS NOT NULL)"),
            new Check("kind", "import.kind-not-by-import", "ARRAY[old_kind]", "in_scope AND kind <> old_kind"),
            new Check("code", "import.closed", "ARRAY[]::text[]", "in_scope AND closed AND changed"),
            new Check("kind", "import.kind-below-parent", "ARRAY[kind, coalesce(parent_kind, '')]",
                    "id IS NULL AND (parent_kind, kind) NOT IN (" + allowedPairs() + ")"));

    private final Handle handle;

    /** A condition that no row of {@code resolved} may meet; both texts are SQL. */
    private record Check(String column, String code, String arguments, String condition) {}

    TreeChecks(Handle handle) {
        this.handle = handle;
        handle.execute(
                "CREATE TEMP TABLE finding (row integer, field text, code text, arguments text[]) ON COMMIT DROP");
    }

    void rows() {
        handle.execute("""
                INSERT INTO finding SELECT row, 'code', 'import.duplicate-code', ARRAY[code] FROM incoming
                WHERE occurrence > 1 AND code IS NOT NULL""");
        violated().forEach(check -> handle.execute(
                "INSERT INTO finding SELECT row, '%s', '%s', %s FROM resolved WHERE %s".formatted(
                        check.column(), check.code(), check.arguments(), check.condition())));
    }

    /** The checks that any row violates, found in one scan. */
    private List<Check> violated() {
        String columns = CHECKS.stream().map(check -> "coalesce(bool_or(" + check.condition() + "), false)").collect(
                Collectors.joining(", "));
        Boolean[] found = handle.createQuery("SELECT ARRAY[" + columns + "] FROM resolved").mapTo(
                Boolean[].class).one();
        return IntStream.range(0, found.length).filter(place -> found[place]).mapToObj(CHECKS::get).toList();
    }

    /** Rows without a place: on a cycle, or too deep. Rows that only hang below others' faults are not reported. */
    void places() {
        Map<Integer, Integer> homeless = handle.createQuery("""
                SELECT r.row, r.parent_row FROM resolved r WHERE r.id IS NULL AND r.parent_id IS NULL
                AND r.parent_row IS NOT NULL AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.row = r.row)""").reduceRows(
                new java.util.HashMap<Integer, Integer>(), (parents, row) -> {
                    parents.put(row.getColumn("row", Integer.class), row.getColumn("parent_row", Integer.class));
                    return parents;
                });
        int[] cycles = Cycles.in(homeless).stream().mapToInt(Integer::intValue).toArray();
        handle.execute("INSERT INTO finding SELECT unnest(?), 'parentCode', 'import.cycle', ARRAY[]::text[]", cycles);
        handle.execute("""
                INSERT INTO finding SELECT r.row, 'parentCode', 'import.too-deep', ARRAY[?] FROM resolved r
                JOIN placed p ON p.row = r.parent_row AND p.level = ?
                WHERE NOT EXISTS (SELECT 1 FROM placed x WHERE x.row = r.row)""", String.valueOf(
                TreeStage.MOST_LEVELS), TreeStage.MOST_LEVELS);
    }

    void addTo(Findings findings) {
        int count = handle.createQuery("SELECT count(*) FROM finding").mapTo(Integer.class).one();
        findings.addAll(handle.createQuery(
                "SELECT row, field, code, arguments FROM finding ORDER BY row, field, code LIMIT ?").bind(0,
                        Findings.SHOWN).map((row, context) -> JobQueries.finding(row)).list(),
                count);
    }

    private static String allowedPairs() {
        return Stream.of(UnitKind.values()).flatMap(parent -> Stream.of(UnitKind.values()).filter(
                parent::mayContain).map(child -> "('%s', '%s')".formatted(parent, child))).collect(
                        Collectors.joining(", "));
    }
}
