package org.zhengdun.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads calendars; they are public, so there is no scope. */
@ApplicationScoped
class CalendarQueries {

    private static final TypeReference<List<CalendarDetail.NamedDay>> DAYS = new TypeReference<>() {
    };
    private static final String SELECT = """
            SELECT c.*, u.name AS unit_name,
                (SELECT coalesce(json_agg(json_build_object('day', d.day, 'name', d.name) ORDER BY d.day), '[]')
                 FROM calendar_day d WHERE d.calendar_id = c.id AND NOT d.works) AS days_off,
                (SELECT coalesce(json_agg(json_build_object('day', d.day, 'name', d.name) ORDER BY d.day), '[]')
                 FROM calendar_day d WHERE d.calendar_id = c.id AND d.works) AS workdays
            FROM calendar c JOIN org_unit u ON u.id = c.unit_id WHERE\s""";

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Cursors cursors;

    CalendarQueries(Jdbi jdbi, ObjectMapper json, Cursors cursors) {
        this.jdbi = jdbi;
        this.json = json;
        this.cursors = cursors;
    }

    /** Newest first. */
    Page<CalendarDetail> page(@Nullable Integer year, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        String sql = SELECT + "c.id < :before" + (year == null ? "" : " AND c.year = :year")
                + " ORDER BY c.id DESC LIMIT :limit";
        List<CalendarDetail> rows = jdbi.withHandle(handle -> handle.createQuery(sql).bind("before", before).bind(
                "year", year).bind("limit", page.limit() + 1).map((row, context) -> detail(row)).list());
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    CalendarDetail byId(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "c.id = :id").bind("id", id).map(
                (row, context) -> detail(row)).one());
    }

    private CalendarDetail detail(ResultSet row) throws SQLException {
        return new CalendarDetail(row.getLong("id"), row.getInt("unit_id"), row.getString("unit_name"),
                row.getInt("year"), row.getInt("version"), row.getString("source"),
                Columns.requiredInstant(row, "published_at"), days(row.getString("days_off")),
                days(row.getString("workdays")));
    }

    private List<CalendarDetail.NamedDay> days(String text) {
        try {
            return json.readValue(text, DAYS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
