package org.zhengdun.deadlines;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;

/** Requests loaded to decide them. */
@ApplicationScoped
class Extensions implements PanacheRepository<Extension> {

    /** The extension of this case, or 404. */
    Extension ofCase(long extensionId, long caseId) {
        return findByIdOptional(extensionId).filter(found -> found.caseId() == caseId).orElseThrow(
                ProblemException::notFound);
    }

    /** Reads the request again, once its case is locked. */
    void reload(Extension extension) {
        getEntityManager().refresh(extension);
    }
}
