package org.zhengdun.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;

/** Look-backs loaded to change them. */
@ApplicationScoped
class ScheduledLookBacks implements PanacheRepository<LookBack> {

    LookBack of(long caseId, long lookBackId) {
        return findByIdOptional(lookBackId).filter(lookBack -> lookBack.isOf(caseId)).orElseThrow(
                ProblemException::notFound);
    }
}
