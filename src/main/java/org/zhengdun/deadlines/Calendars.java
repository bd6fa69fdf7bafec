package org.zhengdun.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;

/** The calendars that hold at a place: of each year the newest version of the nearest unit that has published one. */
@ApplicationScoped
class Calendars {

    private static final int WORKING_DAYS_A_YEAR = 240;
    private static final String AT_PLACE = """
            SELECT c.id, c.year,
                coalesce((SELECT array_agg(d.day) FROM calendar_day d WHERE d.calendar_id = c.id AND NOT d.works), '{}') AS off,
                coalesce((SELECT array_agg(d.day) FROM calendar_day d WHERE d.calendar_id = c.id AND d.works), '{}') AS works
            FROM (SELECT DISTINCT ON (year) id, year FROM calendar
                  WHERE unit_id = ANY(:place) AND year BETWEEN :from AND :to
                  ORDER BY year, array_position(:place, unit_id) DESC, version DESC) c""";

    private final Jdbi jdbi;

    Calendars(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What counts so many working days from the start on at the place. */
    WorkingDays workingDays(int[] place, LocalDate start, int days) {
        int last = start.getYear() + 1 + days / WORKING_DAYS_A_YEAR;
        return new WorkingDays(jdbi.withHandle(handle -> handle.createQuery(AT_PLACE).bind("place", place).bind("from",
                start.getYear()).bind("to", last).map((row, context) -> calendar(row)).list()));
    }

    private static YearCalendar calendar(ResultSet row) throws SQLException {
        return new YearCalendar(row.getLong("id"), row.getInt("year"), dates(row, "off"), dates(row, "works"));
    }

    private static Set<LocalDate> dates(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Columns.dates(row, column));
    }
}
