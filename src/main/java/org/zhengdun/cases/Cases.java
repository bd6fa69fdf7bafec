package org.zhengdun.cases;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.persistence.LockModeType;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads cases to be changed; the row is locked, so that of two moves with one version the second sees the first. */
@ApplicationScoped
class Cases implements PanacheRepository<RectificationCase> {

    Optional<RectificationCase> lock(long caseId) {
        return findByIdOptional(caseId, LockModeType.PESSIMISTIC_WRITE);
    }
}
