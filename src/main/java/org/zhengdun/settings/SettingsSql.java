package org.zhengdun.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Values of the settings of a round in SQL; the national ones where the round is older than they are. */
public final class SettingsSql {

    private static final JsonNode NATIONAL = new ObjectMapper().valueToTree(Settings.national());

    private SettingsSql() {}

    /** A whole number of the settings of the round with this alias. */
    public static String number(String round, String key) {
        return value(round + ".settings", key, NATIONAL);
    }

    /** A whole number of a group of the settings. */
    public static String number(String round, String group, String key) {
        return value(round + ".settings -> '" + group + "'", key, NATIONAL.get(group));
    }

    /** The kinds of helpers that a case must have, by kind of branch, as JSON. */
    public static String helperTemplate(String round) {
        return "coalesce(%s.settings -> 'helperTemplate', '%s'::jsonb)".formatted(round,
                NATIONAL.get("helperTemplate"));
    }

    private static String value(String object, String key, JsonNode national) {
        return "coalesce((%s ->> '%s')::integer, %d)".formatted(object, key, national.get(key).intValue());
    }
}
