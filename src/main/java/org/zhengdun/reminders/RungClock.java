package org.zhengdun.reminders;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.time.Days;

/** Lets each replica look for rungs that are due. */
@ApplicationScoped
class RungClock {

    private final RungScan scan;
    private final Days days;

    RungClock(RungScan scan, Days days) {
        this.scan = scan;
        this.days = days;
    }

    @Scheduled(every = "${zhengdun.reminders.every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        scan.fire(days.today());
    }
}
