package org.zhengdun.verification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** One acceptance or spot check of a case by a team against a pinned checklist; its version is the one of the case. */
@Entity
@Table(name = "acceptance_check")
class AcceptanceCheck {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "case_id")
    private long caseId;

    @Column(name = "checklist_id")
    private long checklistId;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private CheckPurpose purpose;

    @Column(name = "sample_item_id")
    private @Nullable Long sampleItemId;

    @Column(name = "held_on")
    private LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private CheckState state;

    @Embedded
    private @Nullable Turnout turnout;

    private @Nullable BigDecimal score;

    private @Nullable Boolean passed;

    private @Nullable String conclusion;

    @Column(name = "formed_at")
    private Instant formedAt;

    @Column(name = "formed_by")
    private long formedBy;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "completed_by")
    private @Nullable Long completedBy;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "cancelled_by")
    private @Nullable Long cancelledBy;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @ElementCollection
    @CollectionTable(name = "check_member", joinColumns = @JoinColumn(name = "check_id"))
    private List<TeamMember> team;

    @ElementCollection
    @CollectionTable(name = "check_answer", joinColumns = @JoinColumn(name = "check_id"))
    @MapKeyColumn(name = "code")
    private Map<String, Answer> answers;

    @ElementCollection
    @CollectionTable(name = "check_ballot", joinColumns = @JoinColumn(name = "check_id"))
    @MapKeyColumn(name = "aspect")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Aspect, Ballots> ballots;

    @SuppressWarnings("NullAway.Init")
    protected AcceptanceCheck() {}

    /** Where a check comes from; a spot check names its sample item. */
    record Origin(long caseId, CheckPurpose purpose, @Nullable Long sampleItemId) {}

    AcceptanceCheck(Origin origin, long checklistId, LocalDate heldOn, List<TeamMember> team, long formedBy,
            Instant formedAt) {
        this.caseId = origin.caseId();
        this.purpose = origin.purpose();
        this.sampleItemId = origin.sampleItemId();
        this.checklistId = checklistId;
        this.heldOn = heldOn;
        this.state = CheckState.RUNNING;
        this.team = new ArrayList<>(team);
        this.answers = new HashMap<>();
        this.ballots = new HashMap<>();
        this.formedBy = formedBy;
        this.formedAt = formedAt;
    }

    /** Records answers; items that are not named keep theirs. */
    void answer(AnswersRequest request, List<ChecklistItem> checklist) {
        requireAcceptable(request.refused(checklist));
        request.items().forEach(item -> answers.put(item.code(), item.answer()));
    }

    /** Records the counted ballots in place of former ones. */
    void count(BallotsRequest request) {
        requireAcceptable(request.refused());
        turnout = request.turnout();
        ballots.clear();
        ballots.putAll(request.ballots());
    }

    /** Ends the check when everything that the gates need is there. */
    void complete(List<ChecklistItem> checklist, AcceptanceGates gates, CompletionRequest request, Instant at,
            long accountId) {
        CheckSheet sheet = sheet(checklist);
        requireAcceptable(sheet.missing(gates));
        score = sheet.scorecard().score();
        passed = sheet.passes(gates);
        state = CheckState.COMPLETED;
        conclusion = request.conclusion();
        completedAt = at;
        completedBy = accountId;
    }

    /** Ends the check without a result. */
    void cancel(String reason, long accountId, Instant at) {
        state = CheckState.CANCELLED;
        cancelReason = reason;
        cancelledBy = accountId;
        cancelledAt = at;
    }

    void replaceTeam(List<TeamMember> members) {
        team.clear();
        team.addAll(members);
    }

    /** Refuses what is possible only while the team has recorded nothing. */
    void requireUnrecorded() {
        requireRunning();
        if (!answers.isEmpty() || !ballots.isEmpty()) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "check.is-recorded");
        }
    }

    void requireMember(long accountId) {
        if (team.stream().noneMatch(member -> member.accountId() == accountId)) {
            throw ProblemException.ruleViolated("not-on-the-team");
        }
    }

    void requireRunning() {
        if (state != CheckState.RUNNING) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT,
                    state == CheckState.COMPLETED ? "check.is-completed" : "check.is-cancelled");
        }
    }

    boolean isRunning() {
        return state == CheckState.RUNNING;
    }

    boolean isOf(long someCase) {
        return caseId == someCase;
    }

    long checkId() {
        return id;
    }

    long checklistId() {
        return checklistId;
    }

    List<TeamMember> team() {
        return List.copyOf(team);
    }

    private CheckSheet sheet(List<ChecklistItem> checklist) {
        return new CheckSheet(checklist, answers, turnout == null ? Turnout.NOBODY : turnout, ballots);
    }

    private static void requireAcceptable(List<Invalid> refused) {
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
    }
}
