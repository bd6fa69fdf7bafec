package org.zhengdun.helpers;

import java.time.LocalDate;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.problem.ProblemException;

/** Assignments loaded to change them. */
@ApplicationScoped
class HelperAssignments implements PanacheRepository<HelperAssignment> {

    HelperAssignment of(long caseId, long helperId) {
        return findByIdOptional(helperId).filter(helper -> helper.isOf(caseId)).orElseThrow(
                ProblemException::notFound);
    }

    /** Whether another running assignment of the kind has begun. */
    boolean isReplaced(long caseId, long helperId, HelperKind kind, LocalDate today) {
        return count("caseId = ?1 and id <> ?2 and kind = ?3 and until is null and since <= ?4", caseId, helperId,
                kind, today) > 0;
    }

    boolean hasRunning(long caseId, long accountId) {
        return count("caseId = ?1 and accountId = ?2 and until is null", caseId, accountId) > 0;
    }
}
