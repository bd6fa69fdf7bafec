package org.zhengdun.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.change.ManyChanges;
import org.zhengdun.shared.change.Origin;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.RequestFacts;

/** Writes the audit row of a change in the running transaction. */
@ApplicationScoped
class AuditTrail implements ChangeLog {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Days days;
    private final RoutingContext request;

    AuditTrail(Jdbi jdbi, ObjectMapper json, Days days, RoutingContext request) {
        this.jdbi = jdbi;
        this.json = json;
        this.days = days;
        this.request = request;
    }

    @Override
    public void record(Acting acting, Change change) {
        record(acting, change, new Origin(RequestFacts.traceId(request), RequestFacts.clientAddress(request)));
    }

    @Override
    public void record(Acting acting, Change change, Origin origin) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id, reason,
                                                 trace_id, client_address, before, after)
                        VALUES (:at, :account, :actor, :role, :unit, :place, :action, :entity, :entityId, :reason,
                                :trace, :client, :before::jsonb, :after::jsonb)""").bind(
                        "at", days.now()).bind("account", acting.accountId()).bind("actor", acting.name()).bind("role",
                                acting.role().name()).bind("unit", acting.unitId()).bind("place", change.place()).bind(
                                        "action", change.action()).bind("entity", change.entity()).bind("entityId",
                                                change.entityId()).bind("reason", change.reason()).bind("trace",
                                                        origin.traceId()).bind("client",
                                                                origin.clientAddress()).bind("before",
                                                                        text(change.before())).bind("after",
                                                                                text(change.after())).execute());
    }

    @Override
    public void record(Acting acting, ManyChanges changes, Origin origin) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id,
                                         trace_id, client_address, before, after)
                SELECT :at, :account, :actor, :role, :unit, c.place, :action, :entity, c.id, :trace, :client, c.before,
                       c.after
                FROM (%s) c (id, place, before, after)""".formatted(changes.rows())).bind("at", days.now()).bind(
                "account", acting.accountId()).bind("actor", acting.name()).bind("role", acting.role().name()).bind(
                        "unit", acting.unitId()).bind("action", changes.action()).bind("entity",
                                changes.entity()).bind("trace", origin.traceId()).bind("client",
                                        origin.clientAddress()).execute());
    }

    private @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
