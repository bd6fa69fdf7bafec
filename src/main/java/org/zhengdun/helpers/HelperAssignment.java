package org.zhengdun.helpers;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** One helper of one case from a day to a day. */
@Entity
@Table(name = "helper_assignment")
class HelperAssignment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_id")
    private long caseId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private HelperKind kind;

    private @Nullable String person;
    private @Nullable String post;

    @Column(name = "unit")
    private String unit;

    @Column(name = "account_id")
    private @Nullable Long accountId;

    @Column(name = "since")
    private LocalDate since;

    private @Nullable LocalDate until;

    @Column(name = "assigned_by")
    private long assignedBy;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "released_by")
    private @Nullable Long releasedBy;

    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    @Column(name = "release_reason")
    private @Nullable String releaseReason;

    @SuppressWarnings("NullAway.Init")
    protected HelperAssignment() {}

    HelperAssignment(long caseId, HelperRequest request, @Nullable Long accountId, long assignedBy, Instant at) {
        this.caseId = caseId;
        this.kind = request.kind();
        this.person = request.person();
        this.post = request.post();
        this.unit = request.unit();
        this.since = request.since();
        this.accountId = accountId;
        this.assignedBy = assignedBy;
        this.assignedAt = at;
    }

    /** Whether the first day is still to come. */
    boolean isBefore(LocalDate today) {
        return since.isAfter(today);
    }

    /** Ends the assignment. */
    void release(ReleaseRequest request, long accountId, Instant at) {
        requireRunning();
        if (request.until().isBefore(since)) {
            throw ProblemException.invalid("/until", "helpers.until-before-since", since.toString());
        }
        end(request.until(), request.reason(), accountId, at);
    }

    /** Takes back an assignment that has not begun; it ends before its first day and never ran. */
    void withdraw(LocalDate today, String reason, long accountId, Instant at) {
        requireRunning();
        end(today, reason, accountId, at);
    }

    private void requireRunning() {
        if (until != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "helpers.already-released");
        }
    }

    private void end(LocalDate day, String reason, long accountId, Instant at) {
        until = day;
        releaseReason = reason;
        releasedBy = accountId;
        releasedAt = at;
    }

    boolean isOf(long someCase) {
        return caseId == someCase;
    }

    HelperKind kind() {
        return kind;
    }

    @Nullable
    Long accountId() {
        return accountId;
    }

    HelperRow row() {
        return new HelperRow(id, kind, person, post, unit, accountId != null, since, until, releaseReason);
    }
}
