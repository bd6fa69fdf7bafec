package org.zhengdun.verification;

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
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** One dated look at a transformed branch. */
@Entity
@Table(name = "look_back")
class LookBack {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_id")
    private long caseId;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "held_on")
    private @Nullable LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private @Nullable LookBackResult result;

    private @Nullable String facts;

    @Column(name = "follow_up_on")
    private @Nullable LocalDate followUpOn;

    @Column(name = "recorded_by")
    private @Nullable Long recordedBy;

    @Column(name = "recorded_at")
    private @Nullable Instant recordedAt;

    @Column(name = "cancelled")
    private boolean cancelled;

    @SuppressWarnings("NullAway.Init")
    protected LookBack() {}

    LookBack(long caseId, LocalDate dueOn) {
        this.caseId = caseId;
        this.dueOn = dueOn;
    }

    /** Records the finding, once, and when another look-back has to follow it. */
    void hold(LookBackRequest request, @Nullable LocalDate followUp, long accountId, Instant at) {
        requireOpen();
        heldOn = request.heldOn();
        result = request.result();
        facts = request.facts();
        followUpOn = followUp;
        recordedBy = accountId;
        recordedAt = at;
    }

    void requireOpen() {
        if (cancelled || heldOn != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT,
                    cancelled ? "look-back.is-cancelled" : "look-back.is-recorded");
        }
    }

    boolean isOf(long someCase) {
        return caseId == someCase;
    }

    LookBackRow row() {
        return new LookBackRow(id, dueOn, heldOn, result, facts, followUpOn, cancelled);
    }
}
