package org.zhengdun.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Accounts: subjects of an identity provider that were ever granted anything. */
@ApplicationScoped
class Accounts {

    private final Jdbi jdbi;
    private final Days days;

    Accounts(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** The account of the subject, made when it is new, locked until the transaction ends; a known one keeps its name. */
    long enrol(String issuer, String subject, String displayName) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO account (issuer, subject, display_name, created_at)
                VALUES (:issuer, :subject, :name, :now)
                ON CONFLICT (issuer, subject) DO UPDATE SET subject = excluded.subject RETURNING id""").bind("issuer",
                issuer).bind("subject", subject).bind("name", displayName).bind("now", days.now()).mapTo(
                        Long.class).one());
    }

    /** Roles that the account holds by grant or assignment at any time of the period. */
    Set<Role> held(long accountId, Instant from, @Nullable Instant to) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbi.useHandle(handle -> handle.createQuery("""
                SELECT DISTINCT role FROM (
                    SELECT role, valid_from, valid_to FROM access_grant
                    WHERE account_id = :account AND revoked_at IS NULL
                    UNION ALL SELECT role, valid_from, valid_to FROM case_assignment WHERE account_id = :account) held
                WHERE valid_from < coalesce(:to, 'infinity'::timestamptz)
                    AND coalesce(valid_to, 'infinity'::timestamptz) > :from""").bind("account", accountId).bind(
                "from", from).bind("to", to).mapTo(String.class).forEach(name -> roles.add(Role.valueOf(name))));
        return roles;
    }
}
