package org.zhengdun.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;

/** Refuses to be ready while the service is connected with an account that could rewrite the audit trail. */
@Readiness
@ApplicationScoped
class DatabaseRights implements HealthCheck {

    private static final String NAME = "audit trail cannot be rewritten by this database account";
    private static final String CAN_REWRITE = """
            SELECT bool_or(pg_has_role(current_user, c.relowner, 'MEMBER')
                           OR has_table_privilege(current_user, c.oid, 'UPDATE, DELETE, TRUNCATE'))
            FROM pg_class c
            WHERE c.oid IN ('audit_entry'::regclass, 'audit_seal'::regclass, 'audit_leaf'::regclass)""";

    private final Jdbi jdbi;
    private final AuditConfig config;
    private volatile boolean confirmed;

    DatabaseRights(Jdbi jdbi, AuditConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        if (!confirmed) {
            confirmed = config.ownerAllowed()
                    || !jdbi.withHandle(handle -> handle.createQuery(CAN_REWRITE).mapTo(Boolean.class).one());
        }
        return confirmed
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME).down().withData("reason",
                        "The account of the service owns the tables of the audit trail or may change them: connect with another one (docs/deployment.md)").build();
    }
}
