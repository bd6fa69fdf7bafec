package org.zhengdun.shared.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.CallerGrants.Account;
import org.zhengdun.shared.security.CallerGrants.Assignment;
import org.zhengdun.shared.security.CallerGrants.Ended;
import org.zhengdun.shared.time.Days;

/**
 * The caller of the current request. A role counts iff the token has it <em>and</em> the database backs it with an active
 * grant or a running assignment; both are read once per request.
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final CallerGrants grants;
    private final Days days;

    private Optional<Account> account = Optional.empty();
    private boolean accountRead;
    private @Nullable Set<Role> roles;
    private final Map<Set<Role>, Scope> scopes = new HashMap<>();

    Caller(SecurityIdentity identity, JsonWebToken token, CallerGrants grants, Days days) {
        this.identity = identity;
        this.token = token;
        this.grants = grants;
        this.days = days;
    }

    public String issuer() {
        return token.getIssuer();
    }

    public String subject() {
        return token.getSubject();
    }

    /** The account behind the token; empty for a subject that was never granted anything. */
    public Optional<Account> account() {
        if (!accountRead) {
            account = grants.find(issuer(), subject(), days.now());
            accountRead = true;
        }
        return account;
    }

    /** Roles of the token, backed or not. */
    public Set<Role> tokenRoles() {
        if (roles == null) {
            EnumSet<Role> named = EnumSet.noneOf(Role.class);
            identity.getRoles().forEach(name -> Role.ofToken(name).ifPresent(named::add));
            roles = Collections.unmodifiableSet(named);
        }
        return roles;
    }

    /** Those of the roles that the token has. */
    private Set<Role> held(Set<Role> wanted) {
        EnumSet<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(tokenRoles());
        held.retainAll(wanted);
        return Collections.unmodifiableSet(held);
    }

    /** Refuses with 403 a caller none of whose backed roles has the permission. */
    public void require(Permission permission) {
        if (scope(permission).isEmpty() && ended(permission).isEmpty()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "forbidden.role", permission.name());
        }
    }

    public Scope scope(Permission permission) {
        return scope(permission.roles());
    }

    /** What the caller covers in any of these roles. */
    public Scope scope(Set<Role> roles) {
        return scopes.computeIfAbsent(held(roles), this::covered);
    }

    private Scope covered(Set<Role> held) {
        if (held.isEmpty() || account().isEmpty()) {
            return new Scope(List.of(), Set.of());
        }
        Account found = account().get();
        List<ScopeRoot> roots = found.grants().stream().filter(grant -> held.contains(grant.role())).map(
                grant -> new ScopeRoot(grant.path())).toList();
        Set<Long> cases = found.assignments().stream().filter(assignment -> held.contains(assignment.role())).map(
                Assignment::caseId).collect(Collectors.toSet());
        return Scope.of(roots, cases);
    }

    /** The scope of the caller's roles other than the one of machines that pull statistics. */
    public Scope internalScope(Permission permission) {
        EnumSet<Role> roles = EnumSet.copyOf(permission.roles());
        roles.remove(Role.STATISTICS);
        return scope(roles);
    }

    /** Whether nothing but the role of machines that pull statistics opens the place to the caller (docs/adr/0024). */
    public boolean isExternal(Permission permission, int[] place) {
        return !internalScope(permission).covers(place);
    }

    /** Whether the caller lost a grant or an assignment since the moment. */
    public boolean hasLost(Instant since) {
        return account().map(found -> grants.hasLost(found.accountId(), since, days.now())).orElse(true);
    }

    /** The signature for an act on the unit at this place in one of these roles; the nearest grant signs. */
    public Optional<Acting> acting(Set<Role> roles, int[] place) {
        Set<Role> held = held(roles);
        return account().flatMap(found -> found.grants().stream().filter(
                grant -> held.contains(grant.role()) && new ScopeRoot(grant.path()).covers(place)).max(
                        Comparator.comparingInt(grant -> grant.path().length)).map(
                                grant -> new Acting(found.accountId(), found.name(), grant.role(),
                                        grant.path()[grant.path().length - 1])));
    }

    /** As {@link #acting(Set, int[])}, for roles that may also be held by assignment to the case. */
    public Optional<Acting> actingOnCase(Set<Role> roles, long caseId, int[] place) {
        return acting(roles, place).or(() -> assigned(roles, caseId));
    }

    /** The signature, or 403: the caller sees the object but may not act on it. */
    public Acting requireActing(Permission permission, int[] place) {
        return acting(permission.roles(), place).orElseThrow(() -> notHere(permission));
    }

    /** The signature, or 403, for an act on a case. */
    public Acting requireActingOnCase(Permission permission, long caseId, int[] place) {
        return actingOnCase(permission.roles(), caseId, place).orElseThrow(() -> notHere(permission));
    }

    /** The assignment by which the caller held the permission on the case, if it has ended and the permission outlasts it. */
    public Optional<Ended> endedOnCase(Permission permission, long caseId) {
        return scope(permission).assignedCases().contains(caseId)
                ? Optional.empty()
                : ended(permission).stream().filter(ended -> ended.caseId() == caseId).findFirst();
    }

    private List<Ended> ended(Permission permission) {
        Set<Role> held = held(permission.roles());
        if (!permission.outlastsAssignment() || held.isEmpty() || account().isEmpty()) {
            return List.of();
        }
        Instant now = days.now();
        return grants.ended(account().get().accountId(), now.minus(Permission.MOST_DAYS_AFTERWARDS, ChronoUnit.DAYS),
                now).stream().filter(ended -> held.contains(ended.role())).toList();
    }

    /** The signature of somebody whose assignment has ended. */
    public Acting actingAfterwards(Ended ended) {
        return account().map(found -> new Acting(found.accountId(), found.name(), ended.role(),
                ended.unitId())).orElseThrow();
    }

    private Optional<Acting> assigned(Set<Role> roles, long caseId) {
        Set<Role> held = held(roles);
        return account().flatMap(found -> found.assignments().stream().filter(
                assignment -> assignment.caseId() == caseId && held.contains(assignment.role())).findFirst().map(
                        assignment -> new Acting(found.accountId(), found.name(), assignment.role(),
                                assignment.unitId())));
    }

    private static ProblemException notHere(Permission permission) {
        return ProblemException.of(ProblemType.FORBIDDEN, "forbidden.here", permission.name());
    }
}
