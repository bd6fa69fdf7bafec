package org.zhengdun.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsSqlTest {

    @Test
    void readsANumberOrItsNationalDefault() {
        assertThat(SettingsSql.number("r", "relapseWindowMonths")).isEqualTo(
                "coalesce((r.settings ->> 'relapseWindowMonths')::integer, 12)");
        assertThat(SettingsSql.number("r", "cycles", "relistedYears")).isEqualTo(
                "coalesce((r.settings -> 'cycles' ->> 'relistedYears')::integer, 5)");
    }

    @Test
    void readsTheHelperTemplateOrTheNationalOne() {
        assertThat(SettingsSql.helperTemplate("r")).startsWith("coalesce(r.settings -> 'helperTemplate', '{").contains(
                "\"VILLAGE\":[\"COUNTY_LEADER\",\"TOWNSHIP_LEADER\",\"FIRST_SECRETARY\",\"PAIRED_UNIT\"]").endsWith(
                        "}'::jsonb)");
    }
}
