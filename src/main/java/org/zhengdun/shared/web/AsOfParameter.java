package org.zhengdun.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/**
 * The query parameter {@code asOf}: an instant with offset, or a day, which stands for its end in Asia/Shanghai, today for
 * now. The future, and what lies before 1970, is refused with 422, wherever it is asked for.
 */
public final class AsOfParameter {

    public static final String DESCRIPTION = "As it was at this instant (RFC 3339 with offset) or at the end of this day in Asia/Shanghai, today for now; not in the future, and not before 1970";

    private static final String POINTER = "?asOf";
    private static final String EARLIEST = "1970-01-01";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S{1,30}");

    private AsOfParameter() {}

    /** The moment asked for; 400 for what is none, 422 for one in the future. */
    public static AsOf parse(@Nullable String text, Instant now) {
        if (text == null) {
            return AsOf.NOW;
        }
        if (text.equals(LocalDate.ofInstant(now, Days.ZONE).toString())) {
            return AsOf.NOW;
        }
        Instant asked = instant(text);
        if (asked.isAfter(now)) {
            throw ProblemException.invalid(POINTER, "date.in-future");
        }
        if (asked.isBefore(Instant.EPOCH)) {
            throw ProblemException.invalid(POINTER, "date.before-earliest", EARLIEST);
        }
        return new AsOf(asked);
    }

    /** Refuses a day in the future with 422. */
    public static void requirePast(@Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw ProblemException.invalid(POINTER, "date.in-future");
        }
    }

    private static Instant instant(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return endOf(LocalDate.parse(text));
            }
            if (LOCAL.matcher(text).matches()) {
                throw ProblemException.invalid(POINTER, "date.without-offset");
            }
            if (INSTANT.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Days.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private static ProblemException unreadable() {
        return ProblemException.at(ProblemType.INVALID_PARAMETER,
                List.of(Invalid.of(POINTER, "query.unreadable", "YYYY-MM-DDThh:mm:ss+08:00, YYYY-MM-DD")));
    }
}
