package org.zhengdun.shared.web;

import java.time.LocalDate;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which texts are values of the types that query parameters have; other types are left to their own reader. */
final class QueryValues {

    private QueryValues() {}

    static boolean isReadable(Class<?> type, String text) {
        try {
            if (type == int.class || type == Integer.class) {
                return Integer.toString(Integer.parseInt(text)).equals(text);
            } else if (type == long.class || type == Long.class) {
                return Long.toString(Long.parseLong(text)).equals(text);
            } else if (type == LocalDate.class) {
                Years.known(LocalDate.parse(text));
            } else if (type == UUID.class) {
                return UUID.fromString(text).toString().equalsIgnoreCase(text);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false");
        }
        return !type.isEnum() || constants(type).anyMatch(text::equals);
    }

    /** What the caller should have sent, in a form that needs no translation. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return constants(type).collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "YYYY-MM-DD";
        }
        if (type == UUID.class) {
            return "UUID";
        }
        return type == boolean.class || type == Boolean.class ? "true, false" : "0-9";
    }

    private static Stream<String> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
    }
}
