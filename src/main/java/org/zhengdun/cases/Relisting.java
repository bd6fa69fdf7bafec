package org.zhengdun.cases;

import org.zhengdun.settings.Settings;

/** SQL conditions on a case {@code c} that compare it with other listings of its branch, under the settings of its round. */
final class Relisting {

    /** Listed again within the years that the settings name. */
    static final String WITHIN_YEARS = """
            EXISTS (SELECT FROM rectification_case f WHERE f.branch_id = c.branch_id AND f.id < c.id AND %s
                    AND f.confirmed_at >= coalesce(c.confirmed_at, c.created_at) - make_interval(years => %s))""".formatted(
            CaseConditions.listed("f"), cycleRule("relistedYears", Settings.national().cycles().relistedYears()));

    private Relisting() {}

    /** A number of the cycle rules in the settings of the round of the case; the national one where they have none. */
    static String cycleRule(String name, int national) {
        return "coalesce((SELECT (r.settings -> 'cycles' ->> '%s')::integer FROM round r WHERE r.id = c.round_id), %d)".formatted(
                name, national);
    }
}
