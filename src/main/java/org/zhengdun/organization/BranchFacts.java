package org.zhengdun.organization;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Facts of branches to change. */
@ApplicationScoped
class BranchFacts implements PanacheRepository<BranchFact> {

    Optional<BranchFact> current(int branchId) {
        return find("branchId = ?1 AND validTo IS NULL", branchId).firstResultOptional();
    }
}
