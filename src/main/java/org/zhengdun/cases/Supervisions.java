package org.zhengdun.cases;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads periods of supervision to be ended. */
@ApplicationScoped
class Supervisions implements PanacheRepository<Supervision> {

    Optional<Supervision> running(long caseId) {
        return find("caseId = ?1 and endedAt is null", caseId).firstResultOptional();
    }
}
