package org.zhengdun.access;

import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.change.Origin;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Makes the first system administrator of an installation from its configuration. */
@ApplicationScoped
class Bootstrap {

    private static final Logger LOG = Logger.getLogger(Bootstrap.class);

    private final BootstrapConfig config;
    private final Accounts accounts;
    private final AccessGrants grants;
    private final GrantQueries queries;
    private final ChangeLog changes;
    private final Jdbi jdbi;
    private final Days days;

    Bootstrap(BootstrapConfig config, Accounts accounts, AccessGrants grants, GrantQueries queries, ChangeLog changes,
            Jdbi jdbi, Days days) {
        this.config = config;
        this.accounts = accounts;
        this.grants = grants;
        this.queries = queries;
        this.changes = changes;
        this.jdbi = jdbi;
        this.days = days;
    }

    void start(@Observes StartupEvent started) {
        config.subject().ifPresent(subject -> {
            String issuer = config.issuer().orElseThrow(
                    () -> new IllegalStateException("zhengdun.bootstrap.issuer is not set"));
            if (QuarkusTransaction.requiringNew().call(() -> ensure(issuer, subject))) {
                LOG.infof("Subject %s is now system administrator of the whole tree", subject);
            }
        });
    }

    /** Grants the subject the administration of the whole tree unless somebody has it; whether it did. */
    boolean ensure(String issuer, String subject) {
        if (hasAdministrator()) {
            return false;
        }
        long account = accounts.enrol(issuer, subject, subject);
        AccessGrant grant = new AccessGrant(account, Role.SYSADMIN, Units.ROOT, days.now());
        grants.persistAndFlush(grant);
        GrantRow row = queries.find(grant.grantId()).row();
        changes.record(new Acting(account, subject, Role.SYSADMIN, Units.ROOT),
                Change.created("grant.bootstrap", "grant", row.id(), new int[]{Units.ROOT}, row),
                new Origin(UUID.randomUUID().toString().replace("-", ""), null));
        return true;
    }

    /** Asked under a lock, so that of several replicas that start together only one grants. */
    private boolean hasAdministrator() {
        return jdbi.withHandle(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('zhengdun.bootstrap', 0))");
            return handle.createQuery(
                    """
                            SELECT EXISTS (SELECT 1 FROM access_grant WHERE org_unit_id = :root AND role = 'SYSADMIN'
                                AND revoked_at IS NULL AND valid_from <= :now AND (valid_to IS NULL OR valid_to > :now))""").bind(
                            "root", Units.ROOT).bind("now", days.now()).mapTo(Boolean.class).one();
        });
    }
}
