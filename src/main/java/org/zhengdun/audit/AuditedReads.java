package org.zhengdun.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.security.Acting;

/** Leaves reads of restricted data in the audit trail. */
@RequestScoped
class AuditedReads implements ReadLog {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int LONGEST_TARGET = 500;

    private final ChangeLog changes;
    private final RoutingContext request;
    private final Set<String> left = new HashSet<>();

    AuditedReads(ChangeLog changes, RoutingContext request) {
        this.changes = changes;
        this.request = request;
    }

    /** What was asked for, and the cases of which the answer told something. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Asked(String target, @Nullable List<Long> cases) {}

    @Override
    public void read(Acting acting, Look look) {
        if (!READS.contains(request.request().method())
                || !left.add(look.action() + " " + look.entity() + " " + look.entityId())) {
            return;
        }
        String target = request.request().uri();
        Asked asked = new Asked(target.substring(0, Math.min(target.length(), LONGEST_TARGET)), look.cases());
        QuarkusTransaction.requiringNew().run(() -> changes.record(acting,
                new Change(look.action(), look.entity(), look.entityId(), look.place(), null, null, asked)));
    }
}
