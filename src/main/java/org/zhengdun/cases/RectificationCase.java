package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Category;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.Unit;
import org.zhengdun.rounds.Round;

/** One listing of one branch: the aggregate root whose version every change of a part raises. */
@Entity
@Table(name = "rectification_case")
class RectificationCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Version
    private int version;

    private String number;
    @Column(name = "round_id")
    private long roundId;
    private short year;
    @Column(name = "branch_id")
    private int branchId;
    @Enumerated(EnumType.STRING)
    @Column(name = "branch_kind")
    private BranchKind branchKind;
    @Column(name = "responsible_unit_id")
    private int responsibleUnitId;
    @Column(name = "ancestors")
    private int[] place;
    @Enumerated(EnumType.STRING)
    private CaseState state;
    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;
    private int cycle;
    @Column(name = "former_case_id")
    private @Nullable Long formerCaseId;
    @Column(name = "main_category")
    private String mainCategory;
    @Column(name = "main_category_version")
    private int mainCategoryVersion;
    private @Nullable String cause;
    @Column(name = "proposed_by")
    private long proposedBy;
    @Column(name = "decided_by")
    private @Nullable Long decidedBy;
    @Column(name = "meeting_on")
    private @Nullable LocalDate meetingOn;
    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;
    @Column(name = "document_number")
    private @Nullable String documentNumber;
    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;
    @Column(insertable = false, updatable = false)
    private @Nullable LocalDate deadline;
    @Column(name = "original_deadline")
    private @Nullable LocalDate originalDeadline;
    @Column(name = "plan_hash")
    private @Nullable String planHash;
    @Column(name = "plan_approved_at")
    private @Nullable Instant planApprovedAt;
    @Column(name = "plan_stale")
    private boolean planStale;
    @Column(name = "self_check")
    private @Nullable String selfCheck;
    @Column(name = "acceptance_since")
    private @Nullable Instant acceptanceSince;
    @Column(name = "transformed_at")
    private @Nullable Instant transformedAt;
    @Column(name = "observation_ends_on")
    private @Nullable LocalDate observationEndsOn;
    @Column(name = "second_check_on")
    private @Nullable LocalDate secondCheckOn;
    @Column(name = "closed_at")
    private @Nullable Instant closedAt;
    @Column(name = "failed_acceptances")
    private int failedAcceptances;
    private int relapses;
    private int events;
    @Formula("EXISTS (SELECT 1 FROM problem p WHERE p.case_id = id AND p.restricted)")
    private boolean restricted;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "changed_at")
    private Instant changedAt;

    /** Where a new case comes from. */
    record Origin(String number, int cycle, @Nullable Long formerCaseId, long proposedBy, Instant at) {}

    @SuppressWarnings("NullAway.Init")
    protected RectificationCase() {}

    RectificationCase(Round round, Unit branch, Category mainCategory, @Nullable String cause, Origin origin) {
        this.roundId = round.id();
        this.year = (short) round.year();
        this.branchId = branch.id();
        this.branchKind = Objects.requireNonNull(branch.branchKind());
        this.responsibleUnitId = branch.id();
        this.place = branch.path();
        this.state = CaseState.NOMINATED;
        this.mainCategory = mainCategory.code();
        this.mainCategoryVersion = mainCategory.version();
        this.cause = cause;
        this.number = origin.number();
        this.cycle = origin.cycle();
        this.formerCaseId = origin.formerCaseId();
        this.proposedBy = origin.proposedBy();
        this.createdAt = origin.at();
        this.changedAt = origin.at();
    }

    long caseId() {
        return id;
    }

    CaseKey key() {
        return new CaseKey(id, state, place, proposedBy, version);
    }

    /** Whether any problem is in a restricted category. */
    boolean isRestricted() {
        return restricted;
    }

    String number() {
        return number;
    }

    CaseState state() {
        return state;
    }

    int branchId() {
        return branchId;
    }

    BranchKind branchKind() {
        return branchKind;
    }

    long roundId() {
        return roundId;
    }

    int year() {
        return year;
    }

    int version() {
        return version;
    }

    @Nullable
    LocalDate deadline() {
        return deadline;
    }

    @Nullable
    LocalDate meetingOn() {
        return meetingOn;
    }

    /** Goes on with the branch that took the branch of the case in; it answers for the case where the former one did. */
    void handOver(Unit successor) {
        if (responsibleUnitId == branchId) {
            responsibleUnitId = successor.id();
            place = successor.path();
        }
        branchId = successor.id();
        branchKind = Objects.requireNonNull(successor.branchKind());
    }

    /** Marks the case as changed, which raises its version, and returns the number of the next timeline event. */
    int nextEvent(Instant now) {
        changedAt = now;
        events++;
        return events;
    }

    void submit(LocalDate meeting) {
        state = CaseState.UNDER_REVIEW;
        meetingOn = meeting;
    }

    void decide(CaseState decision, long decider) {
        state = decision;
        decidedBy = decider;
    }

    void confirm(ConfirmedTerms terms, long decider, Instant now) {
        decide(CaseState.CONFIRMED, decider);
        decidedOn = terms.decidedOn();
        documentNumber = terms.documentNumber();
        confirmedAt = now;
        originalDeadline = terms.deadline();
    }

    /** What the decision fixes. */
    record ConfirmedTerms(LocalDate decidedOn, String documentNumber, LocalDate deadline) {}

    void moveTo(CaseState target) {
        state = target;
    }

    /** Hash of the approved plan. */
    @Nullable
    String planHash() {
        return planHash;
    }

    void approvePlan(String hash, Instant now) {
        state = CaseState.RECTIFYING;
        planHash = hash;
        planApprovedAt = now;
        planStale = false;
    }

    /** Keeps whether the plan differs from the approved one. */
    void comparePlan(boolean stale) {
        planStale = stale;
    }

    void selfCheck(String text) {
        state = CaseState.SELF_CHECKED;
        selfCheck = text;
    }

    void transform(LocalDate observationEnd, Instant now) {
        state = CaseState.TRANSFORMED;
        outcome = Outcome.TRANSFORMED;
        transformedAt = now;
        observationEndsOn = observationEnd;
    }

    void applyForAcceptance(Instant now) {
        state = CaseState.ACCEPTANCE;
        acceptanceSince = now;
    }

    void passBasically(LocalDate secondCheck, Instant now) {
        secondCheckOn = secondCheck;
        acceptanceSince = now;
    }

    void failAcceptance() {
        state = CaseState.RECTIFYING;
        failedAcceptances++;
        secondCheckOn = null;
    }

    void revoke() {
        state = CaseState.RECTIFYING;
        outcome = null;
        relapses++;
        observationEndsOn = null;
    }

    /** The same case is counted again in the next round, which rules it from now on. */
    void carryOver(Round next) {
        roundId = next.id();
        year = (short) next.year();
    }

    void close(Instant now) {
        state = CaseState.CLOSED;
        closedAt = now;
    }

    void cancel(Outcome reason, Instant now) {
        state = CaseState.CANCELLED;
        outcome = reason;
        closedAt = now;
    }
}
