package org.zhengdun.organization;

import java.util.Objects;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Org units to change. */
@ApplicationScoped
class OrgUnits implements PanacheRepositoryBase<OrgUnit, Integer> {

    int nextId() {
        return ((Number) getEntityManager().createNativeQuery(
                "SELECT nextval(pg_get_serial_sequence('org_unit', 'id'))").getSingleResult()).intValue();
    }

    boolean holds(String code) {
        return count("code", code) > 0;
    }

    /** Loads the unit and keeps others from changing it, or its facts, until the transaction ends. */
    OrgUnit locked(int id) {
        return Objects.requireNonNull(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
