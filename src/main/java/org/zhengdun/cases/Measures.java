package org.zhengdun.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;

/** Loads measures to be changed. */
@ApplicationScoped
class Measures implements PanacheRepository<Measure> {

    /** The measure of this case, or 404. */
    Measure ofCase(long measureId, long caseId) {
        return findByIdOptional(measureId).filter(found -> found.caseId() == caseId).orElseThrow(
                ProblemException::notFound);
    }
}
