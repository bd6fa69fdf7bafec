package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Message;

/**
 * The one definition of overdue and of lights (docs/deadlines.md); {@link LatenessSql} says the same in SQL and a test proves
 * them equal.
 *
 * @param running  whether the obligation is still to be fulfilled
 * @param dueOn    last day; null is never overdue
 * @param warnOn   first day of the yellow light
 * @param resumeOn first day on which a stopped clock runs again
 * @param reportsMissed whether so many monthly reports in a row were missed that the light is red for that alone
 */
public record Lateness(boolean running, @Nullable LocalDate dueOn, @Nullable LocalDate warnOn,
        @Nullable LocalDate resumeOn, boolean reportsMissed) {

    /** Of something that nobody reports on monthly. */
    public Lateness(boolean running, @Nullable LocalDate dueOn, @Nullable LocalDate warnOn,
            @Nullable LocalDate resumeOn) {
        this(running, dueOn, warnOn, resumeOn, false);
    }

    /** Due on D is overdue from the first moment of D + 1, while the clock runs. */
    public boolean isOverdue(LocalDate today) {
        return running && dueOn != null && dueOn.isBefore(today) && !isSuspended(resumeOn, today);
    }

    /** The light, empty when nothing is to be fulfilled any more. */
    public Optional<Signal> signal(LocalDate today) {
        if (!running) {
            return Optional.empty();
        }
        if (reportsMissed && !isOverdue(today)) {
            return signal(Light.RED, "light.REPORTS_MISSED");
        }
        if (dueOn == null) {
            return signal(Light.GREEN, "light.NO_DATE");
        }
        if (resumeOn != null && isSuspended(resumeOn, today)) {
            return signal(Light.GREEN, "light.SUSPENDED", resumeOn);
        }
        long left = ChronoUnit.DAYS.between(today, dueOn);
        if (left < 0) {
            return signal(Light.RED, "light.OVERDUE", -left);
        }
        return warnOn != null && !warnOn.isAfter(today)
                ? signal(Light.YELLOW, "light.DUE_SOON", left)
                : signal(Light.GREEN, "light.ON_TIME", left);
    }

    static boolean isSuspended(@Nullable LocalDate resumeOn, LocalDate today) {
        return resumeOn != null && resumeOn.isAfter(today);
    }

    private static Optional<Signal> signal(Light light, String code, Object... arguments) {
        return Optional.of(new Signal(light, Message.of(code, arguments)));
    }
}
