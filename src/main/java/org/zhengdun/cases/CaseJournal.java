package org.zhengdun.cases;

import java.sql.Types;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;

/** Writes what happened to a case: one event of the timeline with the notice it sends, if any, and one audit row. */
@RequestScoped
class CaseJournal {

    private static final String EVENT = """
            %s
            INSERT INTO case_event (case_id, seq, at, kind, from_state, to_state, account_id, actor, role, unit_id,
                                    unit_name, reason, data, audience, notified_unit_id)
            VALUES (:case, :seq, :at, :kind, :from, :to, :account, :actor, :role, :unit,
                    (SELECT name FROM org_unit WHERE id = :unit), :reason, :data::jsonb, :audience, %s)""";
    private static final String NOTICE = """
            INSERT INTO notice (at, case_id, kind, unit_id, ancestors)
            SELECT :at, :case, :notice, id, ancestors FROM org_unit
            WHERE id = ANY(:place) AND (kind = :level OR level = 0) ORDER BY level DESC LIMIT 1""";
    private static final String SILENT = EVENT.formatted("", "NULL::integer");
    private static final String NOTIFYING = EVENT.formatted("WITH sent AS (" + NOTICE + " RETURNING unit_id)",
            "(SELECT unit_id FROM sent)");

    private final Jdbi jdbi;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final ChangeLog changes;
    private final Days days;

    CaseJournal(Jdbi jdbi, EntityManager entities, ObjectMapper json, ChangeLog changes, Days days) {
        this.jdbi = jdbi;
        this.entities = entities;
        this.json = json;
        this.changes = changes;
        this.days = days;
    }

    /** An event that is not a move. */
    long record(RectificationCase subject, Acting acting, CaseNews news, Change change) {
        return record(subject, acting, news, null, change);
    }

    /** An event that is not a move, with the notice it sends. */
    long record(RectificationCase subject, Acting acting, CaseNews news, @Nullable Notice notice, Change change) {
        return write(subject, acting, new Event(news, null, notice, change.after()), change);
    }

    /** A notice to the unit of this level above the case. */
    record Notice(String kind, UnitKind level) {}

    /** A move from one state to another, with its one notice. */
    long recordMove(RectificationCase subject, Acting acting, Move move, Change change) {
        return write(subject, acting,
                new Event(new CaseNews("move." + move.name(), change.reason(), Audience.EVERYBODY), move,
                        new Notice(move.name(), move.notified()), change.after()),
                change);
    }

    /** A move as the journal sees it; a nomination comes from no state. */
    record Move(String name, @Nullable CaseState from, UnitKind notified) {}

    private record Event(CaseNews news, @Nullable Move move, @Nullable Notice notice, @Nullable Object data) {}

    private long write(RectificationCase subject, Acting acting, Event event, Change change) {
        Moment moment = next(subject);
        entities.flush();
        insert(subject, acting, event, moment);
        changes.record(acting, change);
        return subject.version();
    }

    /** An event that comes with the move that is about to be recorded: the version of the case rises once. */
    void accompany(RectificationCase subject, Acting acting, CaseNews news, Change change) {
        insert(subject, acting, new Event(news, null, null, change.after()), next(subject));
        changes.record(acting, change);
    }

    private record Moment(int seq, Instant at) {}

    private Moment next(RectificationCase subject) {
        Instant now = days.now();
        return new Moment(subject.nextEvent(now), now);
    }

    private void insert(RectificationCase subject, Acting acting, Event event, Moment moment) {
        Move move = event.move();
        Notice notice = event.notice();
        jdbi.useHandle(handle -> {
            Update insert = handle.createUpdate(notice == null ? SILENT : NOTIFYING);
            if (notice != null) {
                insert.bind("notice", notice.kind()).bind("place", subject.key().place()).bind("level",
                        notice.level().name());
            }
            if (move != null) {
                insert.bind("from", name(move.from())).bind("to", subject.state().name());
            } else {
                insert.bindNull("from", Types.VARCHAR).bindNull("to", Types.VARCHAR);
            }
            sign(insert, acting).bind("case", subject.caseId()).bind("seq", moment.seq()).bind("at", moment.at()).bind(
                    "data", text(event.data())).bindMethods(event.news()).execute();
        });
    }

    private static Update sign(Update insert, Acting acting) {
        return insert.bind("account", acting.accountId()).bind("actor", acting.name()).bind("role",
                acting.role().name()).bind("unit", acting.unitId());
    }

    private static @Nullable String name(@Nullable CaseState state) {
        return state == null ? null : state.name();
    }

    private @Nullable String text(@Nullable Object data) {
        try {
            return data == null ? null : json.writeValueAsString(data);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
