package org.zhengdun.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;

/**
 * A row of the audit trail as it is sealed.
 *
 * @param place ids from the root to the unit the object belonged to
 * @param texts the texts that may name people, those that are there
 */
@SuppressWarnings("ArrayRecordComponent")
record AuditEntry(long id, Instant at, @Nullable Long accountId, @Nullable String role, int unitId, int[] place,
        String action, String entity, String entityId, String traceId, Map<AuditField, String> texts) {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
            "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static AuditEntry of(ResultSet row) throws SQLException {
        Map<AuditField, String> texts = new EnumMap<>(AuditField.class);
        for (AuditField field : AuditField.values()) {
            String text = row.getString(field.column());
            if (text != null) {
                texts.put(field, text);
            }
        }
        return new AuditEntry(row.getLong("id"), Columns.requiredInstant(row, "at"),
                Columns.number(row, "account_id"), row.getString("role"), row.getInt("unit_id"),
                Columns.ints(row, "ancestors"), row.getString("action"), row.getString("entity"),
                row.getString("entity_id"), row.getString("trace_id"), texts);
    }

    /** An instant as it is hashed, with the six digits that the database keeps. */
    static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    int chain() {
        return chain(place);
    }

    /** The province a place lies in, or the nation. */
    static int chain(int[] place) {
        return place.length > 1 ? place[1] : place[0];
    }
}
