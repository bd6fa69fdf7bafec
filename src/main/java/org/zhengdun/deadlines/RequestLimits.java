package org.zhengdun.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.DeadlineRules;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** What may be asked for: in time, as often and for as long as the settings allow, and never beyond the case. */
record RequestLimits(DeadlineRules rules, RunningClock clock, LocalDate dueOn, LocalDate today) {

    /** 409 when it is too late to ask, or was granted often enough in the present term. */
    void requireOpenTo(ExtensionKind kind) {
        if (today.isAfter(dueOn)) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, kind.named("too-late"), dueOn);
        }
        int granted = kind == ExtensionKind.EXTENSION ? clock.extensions() : clock.suspensions();
        int most = kind == ExtensionKind.EXTENSION ? rules.maxExtensions() : rules.maxSuspensions();
        if (granted >= most) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, kind.named("limit"), granted);
        }
    }

    List<Invalid> check(ExtensionRequest request) {
        List<Invalid> errors = request.misfits();
        LocalDate newDueOn = request.newDueOn();
        LocalDate resumesOn = request.resumesOn();
        if (!errors.isEmpty()) {
            return errors;
        }
        if (newDueOn != null) {
            errors.addAll(later(newDueOn));
        }
        if (resumesOn != null) {
            errors.addAll(stopped(resumesOn));
        }
        return errors;
    }

    private List<Invalid> later(LocalDate newDueOn) {
        List<Invalid> errors = new ArrayList<>();
        LocalDate latest = dueOn.plusDays(rules.maxExtensionDays());
        if (!newDueOn.isAfter(dueOn)) {
            errors.add(Invalid.of("/newDueOn", "extension.not-later", dueOn));
        } else if (newDueOn.isAfter(latest)) {
            errors.add(Invalid.of("/newDueOn", "extension.too-long", latest, rules.maxExtensionDays()));
        }
        beyondCase("/newDueOn", newDueOn, errors);
        return errors;
    }

    private List<Invalid> stopped(LocalDate resumesOn) {
        List<Invalid> errors = new ArrayList<>();
        LocalDate latest = today.plusDays(rules.maxSuspensionDays());
        if (!resumesOn.isAfter(today)) {
            errors.add(Invalid.of("/resumesOn", "date.not-in-future"));
        } else if (resumesOn.isAfter(latest)) {
            errors.add(Invalid.of("/resumesOn", "suspension.too-long", latest, rules.maxSuspensionDays()));
        } else {
            beyondCase("/resumesOn", dueOn.plusDays(ChronoUnit.DAYS.between(today, resumesOn)), errors);
        }
        return errors;
    }

    private void beyondCase(String pointer, LocalDate newDueOn, List<Invalid> errors) {
        @Nullable
        LocalDate caseDueOn = clock.caseDueOn();
        if (caseDueOn != null && clock.isBeyondCase(newDueOn)) {
            errors.add(Invalid.of(pointer, "date.after-case-deadline", caseDueOn));
        }
    }
}
