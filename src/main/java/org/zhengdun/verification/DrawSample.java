package org.zhengdun.verification;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.settings.EffectiveSettings;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Freezes populations and draws from them (docs/spot-checks.md); only the audit of the checking unit knows of it. */
@ApplicationScoped
class DrawSample {

    private static final String ENTITY = "sample";

    private final SpotSamples samples;
    private final SampleBook book;
    private final SampleQueries queries;
    private final EffectiveSettings settings;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final Days days;

    DrawSample(SpotSamples samples, SampleBook book, SampleQueries queries, EffectiveSettings settings, Units units,
            Caller caller, ChangeLog changes, Days days) {
        this.samples = samples;
        this.book = book;
        this.queries = queries;
        this.settings = settings;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.days = days;
    }

    private void requireRound(@Nullable Long roundId) {
        if (roundId != null && !book.isRoundOf(caller.scope(Permission.SAMPLE_DRAW), roundId)) {
            throw ProblemException.invalid("/roundId", "reference.unknown");
        }
    }

    /** Fixes the population; the seed is not known yet. */
    Written freeze(SampleRequest request) {
        Unit unit = units.referenced(request.unitId(), caller.scope(Permission.SAMPLE_DRAW), "/unitId");
        Acting acting = caller.requireActing(Permission.SAMPLE_DRAW, unit.path());
        requireNone(request.refused());
        requireRound(request.roundId());
        SpotSample sample = new SpotSample(units.find(acting.unitId()).orElseThrow(), request, acting.accountId(),
                days.now());
        samples.persistAndFlush(sample);
        SampleBook.Population population = book.freeze(sample.sampleId(), unit, request);
        if (population.size() == 0) {
            throw ProblemException.invalid(request.roundId() == null ? "/transformedFrom" : "/roundId",
                    "sample.population-empty");
        }
        int size = request.firstSize(population.size(), settings.of(unit.path()).spotCheckRate());
        requireWithin(size, population.size());
        sample.freeze(population.size(), population.digest(), size);
        samples.flush();
        SampleQueries.Found found = seen(sample);
        changes.record(acting, Change.created("sample.freeze", ENTITY, sample.sampleId(), sample.place(),
                found.sample()));
        return Written.created(found.sample(), found.version(), "/api/v1/samples/" + sample.sampleId());
    }

    /** The seed decides the first draw. */
    Written draw(long sampleId, ChangeControl control, SampleDrawRequest request) {
        return change("sample.draw", sampleId, control, request, (sample, acting) -> {
            sample.reveal(request, acting.accountId(), days.now());
            if (request.seedPublishedOn().isAfter(days.today())) {
                throw ProblemException.invalid("/seedPublishedOn", "date.in-future");
            }
            extend(sample, sample.firstSize(), acting);
        });
    }

    /** More cases of the same population; what was drawn stays. */
    Written enlarge(long sampleId, ChangeControl control, SampleDrawRequest.Enlargement request) {
        return change("sample.enlarge", sampleId, control, request,
                (sample, acting) -> extend(sample, request.size(), acting));
    }

    /** Takes a case out that cannot be examined and draws the next one of its stratum. */
    Written replace(long sampleId, long itemId, ChangeControl control, SampleDrawRequest.NotExaminable request) {
        return change("sample.replace", sampleId, control, request, (sample, acting) -> {
            SampleRows.Item item = queries.item(sampleId, itemId).orElseThrow(ProblemException::notFound);
            requirePlanned(item);
            Lottery lottery = new Lottery(sample.requireSeed(), queries.remaining(sampleId));
            List<Lottery.Ticket> substitute = lottery.substitute(item.stratum());
            write(sample, substitute, item.caseId(), request.reason(), acting);
        });
    }

    static void requirePlanned(SampleRows.Item item) {
        if (item.state() != SampleRows.ItemState.PLANNED) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "sample.item-not-planned", item.state().name());
        }
    }

    private interface Verb {

        void apply(SpotSample sample, Acting acting);
    }

    private Written change(String action, long sampleId, ChangeControl control, Object request, Verb verb) {
        SpotSample sample = samples.locked(sampleId, caller.scope(Permission.SAMPLE_READ));
        Acting acting = caller.requireActing(Permission.SAMPLE_DRAW, sample.place());
        control.requireVersion(sample.version());
        verb.apply(sample, acting);
        samples.flush();
        SampleQueries.Found found = seen(sample);
        changes.record(acting,
                new Change(action, ENTITY, Long.toString(sampleId), sample.place(), null, null, request));
        return Written.changed(found.sample(), found.version());
    }

    private void extend(SpotSample sample, int size, Acting acting) {
        List<Lottery.Member> remaining = queries.remaining(sample.sampleId());
        Lottery lottery = new Lottery(sample.requireSeed(), remaining);
        requireWithin(size, remaining.size());
        write(sample, lottery.draw(size), null, null, acting);
    }

    private void write(SpotSample sample, List<Lottery.Ticket> drawn, @Nullable Long replaces,
            @Nullable String reason, Acting acting) {
        book.write(new SampleBook.Draw(sample.sampleId(), sample.nextDraw(), drawn.size(), replaces, reason,
                acting.accountId()), drawn);
        sample.drawDone();
    }

    private SampleQueries.Found seen(SpotSample sample) {
        return queries.find(sample.sampleId(), caller.scope(Permission.SAMPLE_READ));
    }

    private static void requireWithin(int size, int available) {
        if (size > available) {
            throw ProblemException.invalid("/size", "sample.size-beyond-population", Integer.toString(available));
        }
    }

    private static void requireNone(List<Invalid> refused) {
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
    }
}
