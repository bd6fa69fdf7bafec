package org.zhengdun.reports;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Loads reports to change them. */
@ApplicationScoped
class MonthlyReports implements PanacheRepository<MonthlyReport> {

    /** The report, locked until the transaction ends. */
    MonthlyReport lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }
}
