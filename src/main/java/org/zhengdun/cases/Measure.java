package org.zhengdun.cases;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.MeasureKind;

/** One action against a problem. */
@Entity
class Measure {

    /** Whether the measure is carried out. */
    enum State {
        /** Not yet. */
        OPEN,
        /** Carried out. */
        DONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Column(name = "case_id")
    private long caseId;
    @Column(name = "problem_id")
    private long problemId;
    @Enumerated(EnumType.STRING)
    private MeasureKind kind;
    private String description;
    private @Nullable String doers;
    @Column(name = "starts_on")
    private LocalDate startsOn;
    @Column(name = "due_on", insertable = false, updatable = false)
    private @Nullable LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    Measure(long caseId, long problemId, MeasureTerms terms) {
        this.caseId = caseId;
        this.problemId = problemId;
        this.state = State.OPEN;
        this.kind = terms.kind();
        this.description = terms.description();
        this.doers = terms.doers();
        this.startsOn = terms.startsOn();
    }

    long measureId() {
        return id;
    }

    long caseId() {
        return caseId;
    }

    long problemId() {
        return problemId;
    }

    State state() {
        return state;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    MeasureTerms terms() {
        return new MeasureTerms(kind, description, doers, startsOn, dueOn);
    }

    void change(MeasureTerms terms) {
        kind = terms.kind();
        description = terms.description();
        doers = terms.doers();
        startsOn = terms.startsOn();
    }

    void done(LocalDate on) {
        state = State.DONE;
        doneOn = on;
    }
}
