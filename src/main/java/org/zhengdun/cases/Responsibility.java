package org.zhengdun.cases;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Who is accountable for a measure, and from when to when: an entry of the responsibility list. */
@Entity
class Responsibility {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Column(name = "measure_id")
    private long measureId;
    @Column(name = "case_id")
    private long caseId;
    private String name;
    private String post;
    private String unit;
    private LocalDate since;
    private @Nullable LocalDate until;

    @SuppressWarnings("NullAway.Init")
    protected Responsibility() {}

    Responsibility(Measure measure, PersonRequest person, LocalDate since) {
        this.measureId = measure.measureId();
        this.caseId = measure.caseId();
        this.name = person.name();
        this.post = person.post();
        this.unit = person.unit();
        this.since = since;
    }

    LocalDate since() {
        return since;
    }

    void end(LocalDate on) {
        until = on;
    }
}
