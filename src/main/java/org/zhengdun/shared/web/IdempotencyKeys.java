package org.zhengdun.shared.web;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Answers kept for 24 hours per subject, operation and key, in the transaction of the effect. */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_LENGTH = 200;

    /** One use of a key. */
    @SuppressWarnings("ArrayRecordComponent")
    record Use(long accountId, String operation, String key, byte[] digest, Set<Role> roles) {

        private String namedRoles() {
            return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        }
    }

    private final Jdbi jdbi;
    private final Days days;

    IdempotencyKeys(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    static void requireUsable(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > MAX_LENGTH) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETER, "idempotency-key.length", MAX_LENGTH);
        }
    }

    /**
     * Claims the key for this transaction, or returns the answer that an earlier one left.
     *
     * @throws ProblemException 409 while another request with the key runs, 422 when its body was another, 404 when the
     *                          caller no longer has all the rights with which he was answered
     */
    Optional<StoredAnswer> replay(Use use, Caller caller) {
        return jdbi.withHandle(handle -> {
            boolean claimed = handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:claim, 0))").bind(
                    "claim", use.accountId() + "|" + use.operation() + "|" + use.key()).mapTo(Boolean.class).one();
            if (!claimed) {
                throw ProblemException.of(ProblemType.REQUEST_IN_FLIGHT, "idempotency-key.in-flight");
            }
            return handle.createQuery(
                    """
                            SELECT digest, authority, status, etag, location, body, created_at FROM idempotency
                            WHERE account_id = :account AND operation = :operation AND key = :key AND created_at > :since""").bind(
                            "account", use.accountId()).bind("operation", use.operation()).bind("key", use.key()).bind(
                                    "since", days.now().minus(KEPT)).map(
                                            (row, context) -> stored(row, use, caller)).findOne();
        });
    }

    void store(Use use, StoredAnswer answer) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        INSERT INTO idempotency (account_id, operation, key, digest, authority, status, etag, location, body,
                                                 created_at)
                        VALUES (:account, :operation, :key, :digest, :authority, :status, :etag, :location, :body, :now)
                        ON CONFLICT (account_id, operation, key) DO UPDATE SET digest = excluded.digest,
                            authority = excluded.authority, status = excluded.status,
                            etag = excluded.etag, location = excluded.location, body = excluded.body,
                            created_at = excluded.created_at""").bind(
                        "account", use.accountId()).bind("operation", use.operation()).bind("key", use.key()).bind(
                                "digest", use.digest()).bind("authority", use.namedRoles()).bind("status",
                                        answer.status()).bind("etag",
                                                answer.etag()).bind("location", answer.location()).bind("body",
                                                        answer.body()).bind("now", days.now()).execute());
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetExpired() {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM idempotency WHERE created_at < :before").bind("before",
                        days.now().minus(KEPT)).execute());
    }

    private static StoredAnswer stored(ResultSet row, Use use, Caller caller) throws SQLException {
        if (!MessageDigest.isEqual(row.getBytes("digest"), use.digest())) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "idempotency-key.reused");
        }
        Set<String> roles = Set.of(use.namedRoles().split(","));
        if (!roles.containsAll(List.of(row.getString("authority").split(",")))
                || caller.hasLost(Columns.requiredInstant(row, "created_at"))) {
            throw ProblemException.notFound();
        }
        return new StoredAnswer(row.getInt("status"), row.getString("etag"), row.getString("location"),
                row.getString("body"), true);
    }
}
