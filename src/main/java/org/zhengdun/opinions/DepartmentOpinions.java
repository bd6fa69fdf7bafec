package org.zhengdun.opinions;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Loads opinions to be answered; the row is locked, so that an answer and the decision come one after the other. */
@ApplicationScoped
class DepartmentOpinions implements PanacheRepository<DepartmentOpinion> {

    DepartmentOpinion lock(long opinionId) {
        return findById(opinionId, LockModeType.PESSIMISTIC_WRITE);
    }
}
