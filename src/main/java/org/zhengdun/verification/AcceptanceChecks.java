package org.zhengdun.verification;

import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;

/** Checks loaded to change them. */
@ApplicationScoped
class AcceptanceChecks implements PanacheRepository<AcceptanceCheck> {

    AcceptanceCheck of(long caseId, long checkId) {
        return findByIdOptional(checkId).filter(check -> check.isOf(caseId)).orElseThrow(
                ProblemException::notFound);
    }

    List<AcceptanceCheck> running(long caseId) {
        return list("caseId = ?1 and state = ?2", caseId, CheckState.RUNNING);
    }
}
