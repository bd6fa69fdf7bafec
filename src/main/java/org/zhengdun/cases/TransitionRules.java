package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;

/** Which values a move accepts: the fields of its row in the lifecycle table, and their dates. */
final class TransitionRules {

    /** Years from today in which a case is to be rectified at the latest. */
    static final int MOST_YEARS = 5;

    private TransitionRules() {}

    /** Collects every value that is not acceptable. */
    static void check(TransitionRequest request, @Nullable LocalDate meetingOn, LocalDate today) {
        List<Invalid> errors = new ArrayList<>();
        checkFields(request, errors);
        notAfter(request.meetingOn(), today, TransitionField.MEETING_ON, errors);
        notAfter(request.decidedOn(), today, TransitionField.DECIDED_ON, errors);
        if (request.decidedOn() != null && meetingOn != null && request.decidedOn().isBefore(meetingOn)) {
            errors.add(Invalid.of(TransitionField.DECIDED_ON.pointer(), "date.before-meeting", meetingOn));
        }
        after(request.deadline(), today, TransitionField.DEADLINE, errors);
        notLater(request.deadline(), today.plusYears(MOST_YEARS), TransitionField.DEADLINE, errors);
        after(request.secondCheckOn(), today, TransitionField.SECOND_CHECK_ON, errors);
        notLater(request.secondCheckOn(), today.plusYears(1), TransitionField.SECOND_CHECK_ON, errors);
        if (request.action() == CaseAction.CANCEL && request.outcome() == Outcome.TRANSFORMED) {
            errors.add(Invalid.of(TransitionField.OUTCOME.pointer(), "outcome.not-by-cancelling"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static void checkFields(TransitionRequest request, List<Invalid> errors) {
        CaseAction action = request.action();
        for (TransitionField field : TransitionField.values()) {
            boolean given = field.isGiven(request);
            if (!given && action.required().contains(field)) {
                errors.add(Invalid.of(field.pointer(), "constraint.notnull"));
            }
            if (given && !action.required().contains(field) && !action.optional().contains(field)) {
                errors.add(Invalid.of(field.pointer(), "field.not-for-action", action.name()));
            }
        }
    }

    private static void notAfter(@Nullable LocalDate value, LocalDate today, TransitionField field,
            List<Invalid> errors) {
        if (value != null && value.isAfter(today)) {
            errors.add(Invalid.of(field.pointer(), "date.in-future"));
        }
    }

    private static void notLater(@Nullable LocalDate value, LocalDate latest, TransitionField field,
            List<Invalid> errors) {
        if (value != null && value.isAfter(latest)) {
            errors.add(Invalid.of(field.pointer(), "date.after-latest", latest));
        }
    }

    private static void after(@Nullable LocalDate value, LocalDate today, TransitionField field, List<Invalid> errors) {
        if (value != null && !value.isAfter(today)) {
            errors.add(Invalid.of(field.pointer(), "date.not-in-future"));
        }
    }
}
