package org.zhengdun.cases;

import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;

/** Writes what happened to a case: one event of the timeline, one audit row, and for a move one notice. */
@RequestScoped
class CaseJournal {

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
    long record(RectificationCase subject, Acting acting, String kind, @Nullable String reason, Change change) {
        return write(subject, acting, new Event(kind, null, null, reason, change.after()), change);
    }

    /** A move from one state to another, with its one notice. */
    long recordMove(RectificationCase subject, Acting acting, Move move, Change change) {
        long version = write(subject, acting,
                new Event("move." + move.name(), move.from(), subject.state(), change.reason(), change.after()),
                change);
        notify(subject, move.name(), move.notified());
        return version;
    }

    /** A move as the journal sees it; a nomination comes from no state. */
    record Move(String name, @Nullable CaseState from, UnitKind notified) {}

    private record Event(String kind, @Nullable CaseState from, @Nullable CaseState to, @Nullable String reason,
            @Nullable Object data) {}

    private long write(RectificationCase subject, Acting acting, Event event, Change change) {
        Instant now = days.now();
        int seq = subject.nextEvent(now);
        entities.flush();
        insert(subject, acting, event, new Moment(seq, now));
        changes.record(acting, change);
        return subject.version();
    }

    /** An event that comes with the move that is about to be recorded: the version of the case rises once. */
    void accompany(RectificationCase subject, Acting acting, String kind, @Nullable String reason, Change change) {
        Instant now = days.now();
        insert(subject, acting, new Event(kind, null, null, reason, change.after()),
                new Moment(subject.nextEvent(now), now));
        changes.record(acting, change);
    }

    private record Moment(int seq, Instant at) {}

    private void insert(RectificationCase subject, Acting acting, Event event, Moment moment) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO case_event (case_id, seq, at, kind, from_state, to_state, account_id, actor, role, unit_id, reason,
                                                data)
                        VALUES (:case, :seq, :at, :kind, :from, :to, :account, :actor, :role, :unit, :reason, :data::jsonb)""").bind(
                        "case", subject.caseId()).bind("seq", moment.seq()).bind("at", moment.at()).bind("kind",
                                event.kind()).bind(
                                        "from", name(event.from())).bind("to", name(event.to())).bind("account",
                                                acting.accountId()).bind("actor", acting.name()).bind("role",
                                                        acting.role().name()).bind("unit", acting.unitId()).bind(
                                                                "reason",
                                                                event.reason()).bind("data",
                                                                        text(event.data())).execute());
    }

    /** A notice to the unit of this level above the case. */
    void notify(RectificationCase subject, String kind, UnitKind level) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO notice (at, case_id, kind, unit_id, ancestors)
                SELECT :at, :case, :kind, id, ancestors FROM org_unit
                WHERE id = ANY(:place) AND (kind = :level OR level = 0) ORDER BY level DESC LIMIT 1""").bind("at",
                days.now()).bind("case", subject.caseId()).bind("kind", kind).bind("place",
                        subject.key().place()).bind("level", level.name()).execute());
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
