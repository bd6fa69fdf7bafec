package org.zhengdun.rounds;

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
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** A round while it is opened or closed. */
@Entity
@Table(name = "round")
class ScreeningRound {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(name = "unit_id", updatable = false)
    private int unitId;

    @Column(updatable = false)
    private int[] ancestors;

    @Column(updatable = false)
    private short year;

    @Column(updatable = false)
    private String name;

    @Column(name = "starts_on", updatable = false)
    private LocalDate startsOn;

    @Column(name = "ends_on", updatable = false)
    private LocalDate endsOn;

    @Column(updatable = false)
    @ColumnTransformer(write = "?::jsonb")
    private String settings;

    @Column(name = "opened_by", updatable = false)
    private long openedBy;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    @Column
    private RoundState state = RoundState.OPEN;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    protected ScreeningRound() {}

    /**
     * Opens a round.
     *
     * @param settings snapshot of what rules the unit now
     */
    ScreeningRound(Unit unit, OpenRoundRequest request, String settings, long openedBy, Instant openedAt) {
        this.unitId = unit.id();
        this.ancestors = unit.path();
        this.year = (short) request.year();
        this.name = request.name();
        this.startsOn = request.startsOn();
        this.endsOn = request.endsOn();
        this.settings = settings;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    long roundId() {
        return id == null ? 0 : id;
    }

    int version() {
        return version;
    }

    void close(Instant now) {
        if (state == RoundState.CLOSED) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "round.closed");
        }
        state = RoundState.CLOSED;
        closedAt = now;
    }
}
