package org.zhengdun.opinions;

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
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** The opinion of one department on one nomination, from the request to the answer. */
@Entity
@Table(name = "department_opinion")
class DepartmentOpinion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(name = "case_id", updatable = false)
    private long caseId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Department department;

    @Column(name = "ancestors", updatable = false)
    private int[] place;

    @Column(name = "due_on", updatable = false)
    private LocalDate dueOn;

    @Column(name = "requested_by", updatable = false)
    private long requestedBy;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Answer answer;

    private @Nullable String text;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    @Column(name = "answered_on")
    private @Nullable LocalDate answeredOn;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "closed_at", insertable = false, updatable = false)
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected DepartmentOpinion() {}

    DepartmentOpinion(CaseFile file, Department department, LocalDate dueOn, Instant at) {
        this.caseId = file.caseId();
        this.department = department;
        this.place = file.place();
        this.dueOn = dueOn;
        this.requestedBy = file.acting().accountId();
        this.requestedAt = at;
    }

    long opinionId() {
        return id;
    }

    int version() {
        return version;
    }

    /** Takes the answer: once, and only while the nomination is under review; after the due date it is late. */
    void take(AnswerRequest request, long accountId, LocalDate today, Instant now) {
        if (answer != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "opinion.answered");
        }
        if (closedAt != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "opinion.closed");
        }
        answer = request.answer();
        text = request.text();
        answeredBy = accountId;
        answeredOn = today;
        answeredAt = now;
    }
}
