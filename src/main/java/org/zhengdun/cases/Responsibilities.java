package org.zhengdun.cases;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads responsibilities to be changed. */
@ApplicationScoped
class Responsibilities implements PanacheRepository<Responsibility> {

    Optional<Responsibility> current(long measureId) {
        return find("measureId = ?1 and until is null", measureId).firstResultOptional();
    }
}
