package org.zhengdun.reports;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** A report while it is submitted or corrected. */
@Entity
@Table(name = "monthly_report")
class MonthlyReport {

    @Id
    private long id;
    @Version
    private int version;
    @Column(name = "unit_id", insertable = false, updatable = false)
    private int unitId;
    @Column(name = "round_id", insertable = false, updatable = false)
    private long roundId;
    @Column(insertable = false, updatable = false)
    private LocalDate month;
    @Column(name = "submitted_on")
    private @Nullable LocalDate submittedOn;
    private int editions;

    @SuppressWarnings("NullAway.Init")
    protected MonthlyReport() {}

    /** Submits the first edition and returns its number. */
    int submit(LocalDate today) {
        if (submittedOn != null) {
            throw ProblemException.of(ProblemType.ALREADY_EXISTS, "report.already-submitted");
        }
        submittedOn = today;
        return ++editions;
    }

    /** Submits one more edition and returns its number; the day of submission stays. */
    int correct() {
        if (submittedOn == null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "report.not-submitted");
        }
        return ++editions;
    }

    long reportId() {
        return id;
    }

    int unitId() {
        return unitId;
    }

    long roundId() {
        return roundId;
    }

    LocalDate month() {
        return month;
    }

    int version() {
        return version;
    }
}
