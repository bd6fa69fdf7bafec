package org.zhengdun.cases;

import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;

/** Loads problems to be changed. */
@ApplicationScoped
class Problems implements PanacheRepository<Problem> {

    /** The problems of this case that are not closed. */
    List<Problem> unfinished(long caseId) {
        return list("caseId = ?1 and state <> ?2", caseId, ProblemState.CLOSED);
    }

    /** The problem of this case, or 404. */
    Problem ofCase(long problemId, long caseId) {
        return findByIdOptional(problemId).filter(found -> found.caseId() == caseId).orElseThrow(
                ProblemException::notFound);
    }
}
