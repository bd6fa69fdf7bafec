package org.zhengdun.deadlines;

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

/** A request for a later date, and its decision. */
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
    @Column(name = "new_due_on")
    private LocalDate newDueOn;
    @Enumerated(EnumType.STRING)
    private ExtensionState state;
    @Column(name = "requested_by")
    private long requestedBy;
    @Column(name = "requested_at")
    private Instant requestedAt;
    @Column(name = "decided_by")
    private @Nullable Long decidedBy;
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
        this.newDueOn = request.newDueOn();
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

    LocalDate newDueOn() {
        return newDueOn;
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
    void decide(ExtensionDecisionRequest decision, long decider, Instant at) {
        state = decision.decision().result();
        decidedBy = decider;
        decisionReason = decision.reason();
        closedAt = at;
    }
}
