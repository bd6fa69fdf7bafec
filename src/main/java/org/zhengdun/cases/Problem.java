package org.zhengdun.cases;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Category;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** One entry of the problem list. */
@Entity
class Problem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Column(name = "case_id")
    private long caseId;
    @Column(name = "ancestors")
    private int[] place;
    private String category;
    @Column(name = "category_version")
    private int categoryVersion;
    private boolean restricted;
    private String fact;
    private String source;
    @Enumerated(EnumType.STRING)
    private ProblemState state;
    @Column(name = "pending_reason")
    private @Nullable String pendingReason;
    @Column(name = "done_at")
    private @Nullable Instant doneAt;
    @Column(name = "done_by")
    private @Nullable Long doneBy;
    @Column(name = "closed_at")
    private @Nullable Instant closedAt;
    @Column(name = "closed_by")
    private @Nullable Long closedBy;
    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Problem() {}

    Problem(CaseKey listing, Category category, ProblemRequest request, Instant now) {
        this.caseId = listing.caseId();
        this.place = listing.place();
        this.category = category.code();
        this.categoryVersion = category.version();
        this.restricted = category.restricted();
        this.fact = request.fact();
        this.source = request.source();
        this.state = ProblemState.OPEN;
        this.createdAt = now;
    }

    long problemId() {
        return id;
    }

    long caseId() {
        return caseId;
    }

    ProblemState state() {
        return state;
    }

    boolean isRestricted() {
        return restricted;
    }

    /** Whether it is listed as staying open, with a reason. */
    boolean isPending() {
        return pendingReason != null;
    }

    /** Refuses work that the state of the case does not allow: while it is accepted, only what is pending is finished. */
    void requireWorkable(CaseState state) {
        if (state == CaseState.ACCEPTANCE && !isPending()) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "problem.not-pending");
        }
        if (!CaseState.UNTIL_JUDGED.contains(state)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "case.wrong-state", state.name());
        }
    }

    void markPending(String reason) {
        pendingReason = reason;
    }

    void markDone(long doer, Instant now) {
        state = ProblemState.DONE;
        doneBy = doer;
        doneAt = now;
    }

    void close(long closer, Instant now) {
        state = ProblemState.CLOSED;
        closedBy = closer;
        closedAt = now;
        pendingReason = null;
    }

    void reopen() {
        state = ProblemState.OPEN;
        closedBy = null;
        closedAt = null;
        doneBy = null;
        doneAt = null;
    }
}
