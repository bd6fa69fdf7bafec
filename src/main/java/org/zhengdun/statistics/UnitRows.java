package org.zhengdun.statistics;

import org.zhengdun.organization.UnitKind;

/** The units {@code b} of a scene as table expressions; in the past by the place and closure of then (ADR 20). */
record UnitRows(Scene scene) {

    private static final String HELD = " AND (SELECT h.unit_id FROM round h WHERE h.id = :round) = ANY(u.ancestors)";

    /** Branches that were not closed; for a round those under the unit that holds it. */
    String branches() {
        return units(UnitKind.BRANCH, " AND u.closed_on IS NULL" + (scene.span() instanceof Span.OfRound ? HELD : ""));
    }

    String townships() {
        return units(UnitKind.TOWNSHIP, "");
    }

    private String units(UnitKind kind, String conditions) {
        String where = "u.kind = '" + kind + "' AND " + scene.under("u") + " AND u.valid_from <= :until" + conditions;
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
