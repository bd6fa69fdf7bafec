package org.zhengdun.verification;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;

/** Samples loaded to change them; the row is locked, so that draws come one after the other. */
@ApplicationScoped
class SpotSamples implements PanacheRepository<SpotSample> {

    /** The sample, or 404 outside the scope. */
    SpotSample locked(long sampleId, Scope scope) {
        return lockedIfVisible(sampleId, scope).orElseThrow(ProblemException::notFound);
    }

    /** The sample; empty outside the scope. */
    Optional<SpotSample> lockedIfVisible(long sampleId, Scope scope) {
        return findByIdOptional(sampleId, LockModeType.PESSIMISTIC_WRITE).filter(
                sample -> scope.covers(sample.place()));
    }
}
