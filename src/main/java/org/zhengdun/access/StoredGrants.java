package org.zhengdun.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.security.CallerGrants;
import org.zhengdun.shared.security.Role;

/** Reads a caller's account with its active grants and running assignments in one statement. */
@ApplicationScoped
class StoredGrants implements CallerGrants {

    private static final String SQL = """
            SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
                   NULL::bigint AS case_id, NULL::integer AS unit_id
            FROM account a
            LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= :at
                AND (g.valid_to IS NULL OR g.valid_to > :at)
            LEFT JOIN org_unit u ON u.id = g.org_unit_id
            WHERE a.issuer = :issuer AND a.subject = :subject
            UNION ALL
            SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
            FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= :at
                AND (s.valid_to IS NULL OR s.valid_to > :at)
            WHERE a.issuer = :issuer AND a.subject = :subject""";

    /** That the role on the case did not go on in another assignment. */
    private static final String NOT_RUNNING = """
            NOT EXISTS (
                SELECT FROM case_assignment r WHERE r.account_id = e.account_id AND r.case_id = e.case_id
                  AND r.role = e.role AND r.valid_from <= :now AND (r.valid_to IS NULL OR r.valid_to > :now))""";

    private static final String ENDED = """
            SELECT e.role, e.case_id, e.unit_id, max(e.valid_to) AS ended_at FROM case_assignment e
            WHERE e.account_id = :account AND e.valid_to > :after AND e.valid_to <= :now AND e.valid_from < e.valid_to AND %s
            GROUP BY e.role, e.case_id, e.unit_id""".formatted(
            NOT_RUNNING);

    private static final String LOST = """
            SELECT EXISTS (
                SELECT FROM access_grant g WHERE g.account_id = :account AND g.valid_from <= :since
                  AND (g.valid_to IS NULL OR g.valid_to > :since) AND (g.revoked_at IS NULL OR g.revoked_at > :since)
                  AND (g.revoked_at <= :now OR g.valid_to <= :now))
            OR EXISTS (
                SELECT FROM case_assignment e WHERE e.account_id = :account AND e.valid_from <= :since AND e.valid_to > :since
                  AND e.valid_to <= :now AND %s)""".formatted(
            NOT_RUNNING);

    private final Jdbi jdbi;

    StoredGrants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Account> find(String issuer, String subject, Instant at) {
        List<Grant> grants = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        return jdbi.withHandle(
                handle -> handle.createQuery(SQL).bind("issuer", issuer).bind("subject", subject).bind("at", at).map(
                        (row, context) -> {
                            read(row, grants, assignments);
                            return new Account(row.getLong("id"), row.getString("display_name"), grants, assignments);
                        }).list().stream().findFirst());
    }

    @Override
    public List<Ended> ended(long accountId, Instant after, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(ENDED).bind("account", accountId).bind("after", after).bind(
                "now", now).map(
                        (row, context) -> new Ended(Role.valueOf(row.getString("role")), row.getLong("case_id"),
                                row.getInt("unit_id"), Columns.requiredInstant(row, "ended_at"))).list());
    }

    @Override
    public boolean hasLost(long accountId, Instant since, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(LOST).bind("account", accountId).bind("since", since).bind(
                "now", now).mapTo(Boolean.class).one());
    }

    private static void read(ResultSet row, List<Grant> grants, List<Assignment> assignments) throws SQLException {
        if (row.getString("role") == null) {
            return;
        }
        Role role = Role.valueOf(row.getString("role"));
        if (row.getString("source").equals("GRANT")) {
            grants.add(new Grant(row.getLong("grant_id"), role, Optional.ofNullable(row.getString("department")),
                    Columns.ints(row, "ancestors"),
                    Columns.requiredInstant(row, "valid_from"), Columns.instant(row, "valid_to")));
        } else {
            assignments.add(new Assignment(role, row.getLong("case_id"), row.getInt("unit_id")));
        }
    }
}
