package org.zhengdun.organization;

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

/** The facts of a branch in one period; only its end is ever changed. */
@Entity
@Table(name = "branch_fact")
class BranchFact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Column(name = "branch_id")
    private int branchId;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;
    @Column(name = "branch_kind")
    @Enumerated(EnumType.STRING)
    private BranchKind branchKind;
    @Column
    private boolean urban;
    @Column(name = "registered_poor_village")
    private boolean registeredPoorVillage;
    @Column
    private int members;
    @Column(name = "secretary_status")
    @Enumerated(EnumType.STRING)
    private SecretaryStatus secretaryStatus;
    @Column(name = "secretary_vacant_since")
    private @Nullable LocalDate secretaryVacantSince;
    @Column(name = "secretary_to_replace")
    private boolean secretaryToReplace;
    @Column(name = "secretary_replaced_on")
    private @Nullable LocalDate secretaryReplacedOn;
    @Column(name = "secretary_trained_on")
    private @Nullable LocalDate secretaryTrainedOn;
    @Column(name = "secretary_training_level")
    @Enumerated(EnumType.STRING)
    private @Nullable TrainingLevel secretaryTrainingLevel;
    @Column(name = "reported_by")
    private long reportedBy;
    @Column(name = "reported_at")
    private Instant reportedAt;

    protected BranchFact() {}

    BranchFact(int branchId, FactRequest facts, long reportedBy, Instant reportedAt) {
        this.branchId = branchId;
        this.validFrom = facts.validFrom();
        this.branchKind = facts.branchKind();
        this.urban = facts.urban();
        this.registeredPoorVillage = facts.registeredPoorVillage();
        this.members = facts.members();
        this.secretaryStatus = facts.secretaryStatus();
        this.secretaryVacantSince = facts.secretaryVacantSince();
        this.secretaryToReplace = facts.secretaryToReplace();
        this.secretaryReplacedOn = facts.secretaryReplacedOn();
        this.secretaryTrainedOn = facts.secretaryTrainedOn();
        this.secretaryTrainingLevel = facts.secretaryTrainingLevel();
        this.reportedBy = reportedBy;
        this.reportedAt = reportedAt;
    }

    /** Ends the period the day before the next one starts. */
    void endBefore(LocalDate next) {
        validTo = next;
    }

    LocalDate start() {
        return validFrom;
    }

    /** Facts are versioned by their latest period: each report makes a higher number. */
    long number() {
        return id;
    }
}
