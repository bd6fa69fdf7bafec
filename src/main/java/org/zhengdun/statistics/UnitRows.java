package org.zhengdun.statistics;

import org.zhengdun.organization.UnitKind;

/** The units {@code b} of a scene as table expressions; in the past by the place and closure of then (ADR 20). */
record UnitRows(Scene scene) {

    private static final String HELD = " AND (SELECT h.unit_id FROM round h WHERE h.id = :round) = ANY(u.ancestors)";

    /** Branches that were not closed; for a round those under the unit that holds it. */
    String branches() {
        return units(UnitKind.BRANCH, " AND u.closed_on IS NULL" + (scene.span() instanceof Span.OfRound ? HELD : ""));
    }

    /** The units of a level under the unit that are not closed, as (id, code, name). */
    String ofLevel(OrgLevel level) {
        UnitKind kind = level == OrgLevel.BRANCH ? UnitKind.BRANCH : level.kind();
        String conditions = " AND u.closed_on IS NULL" + (kind == null
                ? " AND array_position(u.ancestors, :unit) = cardinality(u.ancestors) - 1"
                : "");
        return "SELECT n.id, n.code, n.name FROM " + rows(kind == null ? "true" : "u.kind = '" + kind + "'", conditions)
                + " JOIN org_unit n ON n.id = b.id";
    }

    String townships() {
        return units(UnitKind.TOWNSHIP, "");
    }

    private String units(UnitKind kind, String conditions) {
        return rows("u.kind = '" + kind + "'", conditions);
    }

    private String rows(String kind, String conditions) {
        String where = kind + " AND " + scene.under("u") + " AND u.valid_from <= :until" + conditions;
        String present = select("u", "org_unit u", where);
        return scene.asOf().isPast()
                ? "(" + present + " UNION ALL "
                        + select("n", "past_unit u JOIN org_unit n ON n.id = u.id", where + " AND u.valid_to > :until")
                        + ") b"
                : "(" + present + ") b";
    }

    /** Codes are those of today. */
    private static String select(String coded, String from, String where) {
        return "SELECT u.id, " + coded + ".code, u.branch_kind, u.ancestors, u.a1, u.a2, u.a3, u.a4, u.a5 FROM " + from
                + " WHERE " + where;
    }
}
