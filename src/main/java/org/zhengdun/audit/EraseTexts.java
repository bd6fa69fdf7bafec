package org.zhengdun.audit;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Lets an auditor ask and the province decide that personal texts go from the trail; the act itself can never be erased. */
@RequestScoped
class EraseTexts {

    private static final String ACTS = "audit.erasure.";

    private final Jdbi jdbi;
    private final ErasureQueries queries;
    private final ChangeLog changes;
    private final Caller caller;
    private final Days days;

    EraseTexts(Jdbi jdbi, ErasureQueries queries, ChangeLog changes, Caller caller, Days days) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.changes = changes;
        this.caller = caller;
        this.days = days;
    }

    /** What an act leaves in the trail; verification knows an erased text by it. */
    private record Act(long erasureId, List<AuditField> fields, ErasureState state) {}

    Written request(long entryId, ErasureRequest request) {
        ErasureQueries.Subject subject = subject(entryId, Permission.AUDIT_ERASURE_REQUEST);
        Acting acting = caller.requireActing(Permission.AUDIT_ERASURE_REQUEST, subject.place());
        if (!subject.sealed()) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "audit.not-sealed");
        }
        if (subject.action().startsWith(ACTS)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "audit.erasure-is-kept");
        }
        List<AuditField> fields = request.fields().stream().distinct().sorted().toList();
        ErasureRow erasure = insert(subject, acting, fields, request.reason());
        leave(acting, subject, erasure, ACTS + "request", request.reason(), null);
        return Written.created(erasure, erasure.version(), "/api/v1/audit/erasures");
    }

    Written decide(long entryId, long erasureId, ChangeControl control, ErasureDecisionRequest request) {
        ErasureQueries.Subject subject = subject(entryId, Permission.AUDIT_ERASURE_DECIDE);
        ErasureRow before = queries.ofEntry(erasureId, entryId).orElseThrow(ProblemException::notFound);
        Acting acting = caller.requireActing(Permission.AUDIT_ERASURE_DECIDE, subject.place());
        control.requireVersion(before.version());
        if (before.state() != ErasureState.PENDING || !update(erasureId, acting, request)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "audit.erasure-decided");
        }
        if (request.decision() == ErasureDecisionRequest.Decision.APPROVE) {
            jdbi.useHandle(handle -> handle.createQuery("SELECT erase_audit_texts(:entry)").bind("entry",
                    entryId).mapTo(String.class).findOne());
        }
        ErasureRow after = queries.ofEntry(erasureId, entryId).orElseThrow();
        leave(acting, subject, after, request.decision().action(), request.reason(), before);
        return Written.created(after, after.version(), "/api/v1/audit/erasures");
    }

    private ErasureQueries.Subject subject(long entryId, Permission permission) {
        return queries.subject(entryId).filter(found -> caller.scope(permission).covers(found.place())).orElseThrow(
                ProblemException::notFound);
    }

    private ErasureRow insert(ErasureQueries.Subject subject, Acting acting, List<AuditField> fields, String reason) {
        Instant now = days.now();
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO audit_erasure (entry_id, ancestors, fields, reason, state, requested_by, requester,
                                           requested_at)
                VALUES (:entry, :place, :fields, :reason, 'PENDING', :account, :name, :now) RETURNING *""").bind(
                "entry",
                subject.entryId()).bind("place", subject.place()).bind("fields",
                        fields.stream().map(AuditField::name).toArray(String[]::new)).bind("reason", reason).bind(
                                "account", acting.accountId()).bind("name", acting.name()).bind("now", now).map(
                                        (row, context) -> ErasureRow.of(row)).one());
    }

    /** Whether it was still pending; that nobody decides on his own request is a constraint. */
    private boolean update(long erasureId, Acting acting, ErasureDecisionRequest request) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                UPDATE audit_erasure
                SET state = :state, decided_by = :account, decider = :name, decided_at = :now, decision_reason = :reason
                WHERE id = :id AND state = 'PENDING'""").bind("state", request.decision().result().name()).bind(
                "account", acting.accountId()).bind("name", acting.name()).bind("now", days.now()).bind("reason",
                        request.reason()).bind("id", erasureId).execute()) == 1;
    }

    private void leave(Acting acting, ErasureQueries.Subject subject, ErasureRow erasure, String action, String reason,
            @Nullable ErasureRow before) {
        changes.record(acting,
                new Change(action, "audit", Long.toString(subject.entryId()), subject.place(), reason,
                        before == null ? null : new Act(before.id(), before.fields(), before.state()),
                        new Act(erasure.id(), erasure.fields(), erasure.state())));
    }
}
