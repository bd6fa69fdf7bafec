package org.zhengdun.audit;

import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** Lets each replica seal from time to time, and shows how long the oldest row has been waiting. */
@ApplicationScoped
class SealClock {

    private final SealTrail trail;
    private final SealHorizon horizon;
    private final Jdbi jdbi;
    private final AtomicReference<Double> lag = new AtomicReference<>(0.0);

    SealClock(SealTrail trail, SealHorizon horizon, Jdbi jdbi, MeterRegistry meters) {
        this.trail = trail;
        this.horizon = horizon;
        this.jdbi = jdbi;
        Gauge.builder("zhengdun.audit.seal.lag", lag, AtomicReference::get).baseUnit("seconds").description(
                "Age of the oldest audit row without a seal").register(meters);
    }

    @Scheduled(every = "${zhengdun.audit.every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            trail.seal();
        } finally {
            lag.set(jdbi.withHandle(horizon::lag));
        }
    }
}
