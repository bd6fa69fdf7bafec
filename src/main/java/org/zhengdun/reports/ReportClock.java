package org.zhengdun.reports;

import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.time.Days;

/** Lets each replica open the reports that are owed. */
@ApplicationScoped
class ReportClock {

    private static final int BATCH = 200;

    private final OwedReports owed;
    private final Days days;

    ReportClock(OwedReports owed, Days days) {
        this.owed = owed;
        this.days = days;
    }

    @Scheduled(every = "${zhengdun.reports.every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        List<OwedReports.Owed> all = owed.all(days.today());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<OwedReports.Owed> batch = all.subList(from, Math.min(from + BATCH, all.size()));
            QuarkusTransaction.requiringNew().run(() -> batch.forEach(owed::open));
        }
    }
}
