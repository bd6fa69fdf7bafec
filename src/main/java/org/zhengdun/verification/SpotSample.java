package org.zhengdun.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/** A sample for spot checks (docs/domain.md section 5): frozen population first, seed second, immutable draws after it. */
@Entity
@Table(name = "spot_sample")
class SpotSample {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "unit_id")
    private int unitId;

    @Column(name = "ancestors")
    private int[] place;

    @Column(name = "round_id")
    private @Nullable Long roundId;

    @Column(name = "transformed_from")
    private @Nullable LocalDate transformedFrom;

    @Column(name = "transformed_to")
    private @Nullable LocalDate transformedTo;

    @Column(name = "strata")
    private String[] strata;

    @Column(name = "seed_source")
    private String seedSource;

    private @Nullable Integer population;

    @Column(name = "population_digest")
    private @Nullable String populationDigest;

    private @Nullable Integer size;

    private @Nullable String seed;

    @Column(name = "seed_published_on")
    private @Nullable LocalDate seedPublishedOn;

    private int draws;

    @Version
    private int version;

    @Column(name = "frozen_at")
    private Instant frozenAt;

    @Column(name = "frozen_by")
    private long frozenBy;

    @Column(name = "drawn_at")
    private @Nullable Instant drawnAt;

    @Column(name = "drawn_by")
    private @Nullable Long drawnBy;

    @SuppressWarnings("NullAway.Init")
    protected SpotSample() {}

    /** A sample of the level that draws it. */
    SpotSample(Unit owner, SampleRequest request, long accountId, Instant at) {
        unitId = request.unitId();
        place = owner.path();
        roundId = request.roundId();
        transformedFrom = request.transformedFrom();
        transformedTo = request.transformedTo();
        strata = request.strata().stream().map(Enum::name).toArray(String[]::new);
        seedSource = request.seedSource();
        frozenBy = accountId;
        frozenAt = at;
    }

    /** Fixes the population by its digest, and how many cases the first draw takes. */
    void freeze(int members, String digest, int firstSize) {
        population = members;
        populationDigest = digest;
        size = firstSize;
    }

    /** Takes the published seed, once. */
    void reveal(SampleDrawRequest request, long accountId, Instant at) {
        if (seed != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "sample.is-drawn");
        }
        LocalDate frozenOn = LocalDate.ofInstant(frozenAt, Days.ZONE);
        if (!request.seedPublishedOn().isAfter(frozenOn)) {
            throw ProblemException.invalid("/seedPublishedOn", "sample.seed-before-population", frozenOn.toString());
        }
        seed = request.seed();
        seedPublishedOn = request.seedPublishedOn();
        drawnAt = at;
        drawnBy = accountId;
    }

    /** The seed, or 409 while there is none. */
    String requireSeed() {
        if (seed == null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "sample.is-not-drawn");
        }
        return seed;
    }

    /** Number of the draw that comes next. */
    int nextDraw() {
        return draws + 1;
    }

    void drawDone() {
        draws++;
    }

    int firstSize() {
        return size == null ? 0 : size;
    }

    long sampleId() {
        return id;
    }

    int[] place() {
        return place;
    }

    int version() {
        return version;
    }

    List<String> strata() {
        return List.of(strata);
    }
}
