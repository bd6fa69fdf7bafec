package org.zhengdun.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;

/** A request for a later date or for a stop of the clock, and its decision. */
@Entity
class Extension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Column(name = "deadline_id")
    private long deadlineId;
    @Column(name = "case_id")
    private long caseId;
    private String reason;
    private String progress;
    @Column(name = "old_due_on")
    private LocalDate oldDueOn;
    @Enumerated(EnumType.STRING)
    private ExtensionKind kind;
    @Column(name = "new_due_on")
    private @Nullable LocalDate newDueOn;
    @Column(name = "resumes_on")
    private @Nullable LocalDate resumesOn;
    @Enumerated(EnumType.STRING)
    private ExtensionState state;
    @Column(name = "requested_by")
    private long requestedBy;
    @Column(name = "requested_at")
    private Instant requestedAt;
    @Column(name = "decided_by")
    private @Nullable Long decidedBy;
    @Enumerated(EnumType.STRING)
    @Column(name = "decided_as")
    private @Nullable Role decidedAs;
    @Column(name = "decision_reason")
    private @Nullable String decisionReason;
    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Extension() {}

    Extension(long caseId, ExtensionRequest request, LocalDate oldDueOn, long requester, Instant at) {
        this.deadlineId = request.deadlineId();
        this.caseId = caseId;
        this.reason = request.reason();
        this.progress = request.progress();
        this.oldDueOn = oldDueOn;
        this.kind = request.asked();
        this.newDueOn = request.newDueOn();
        this.resumesOn = request.resumesOn();
        this.state = ExtensionState.PENDING;
        this.requestedBy = requester;
        this.requestedAt = at;
    }

    long extensionId() {
        return id;
    }

    long caseId() {
        return caseId;
    }

    long deadlineId() {
        return deadlineId;
    }

    ExtensionKind kind() {
        return kind;
    }

    /** The date that an extension asks for. */
    LocalDate newDueOn() {
        return requireNonNull(newDueOn);
    }

    /** The first day after the stop that a suspension asks for. */
    LocalDate resumesOn() {
        return requireNonNull(resumesOn);
    }

    boolean isRequestedBy(long accountId) {
        return requestedBy == accountId;
    }

    boolean isPending() {
        return state == ExtensionState.PENDING;
    }

    void requirePending() {
        if (!isPending()) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "extension.decided");
        }
    }

    /** Decides the request, once. */
    void decide(ExtensionDecisionRequest decision, Acting decider, Instant at) {
        state = decision.decision().result();
        decidedBy = decider.accountId();
        decidedAs = decider.role();
        decisionReason = decision.reason();
        closedAt = at;
    }
}
