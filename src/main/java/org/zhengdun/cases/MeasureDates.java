package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Term;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;

/**
 * Who gives a measure its dates (docs/domain.md section 4, rule 7): the township while the plan is written, and of what it adds
 * afterwards until that is approved; what was approved is moved on request alone.
 */
@RequestScoped
class MeasureDates {

    private final CaseDates dates;
    private final ApprovedPlans plans;
    private final CaseParts parts;

    MeasureDates(CaseDates dates, ApprovedPlans plans, CaseParts parts) {
        this.dates = dates;
        this.plans = plans;
        this.parts = parts;
    }

    /** Which dates of a measure stay as they are. */
    private record Fixed(boolean start, boolean due) {
        static final Fixed NONE = new Fixed(false, false);
        static final Fixed BOTH = new Fixed(true, true);

        List<Invalid> errors(MeasureTerms before, MeasureTerms after) {
            List<Invalid> errors = new ArrayList<>();
            if (start && !after.startsOn().equals(before.startsOn())) {
                errors.add(Invalid.of("/startsOn", "measure.date-is-approved"));
            }
            if (due && !Objects.equals(after.dueOn(), before.dueOn())) {
                errors.add(Invalid.of("/dueOn", "measure.date-is-approved"));
            }
            return errors;
        }
    }

    /** How a new measure is due; 422 when that day is before its start or after the case deadline. */
    Term term(RectificationCase subject, MeasureTerms terms) {
        Term term = dates.term(subject, terms);
        LocalDate dueOn = dates.dueOn(subject, term);
        LocalDate deadline = subject.deadline();
        List<Invalid> errors = new ArrayList<>();
        if (dueOn != null && dueOn.isBefore(terms.startsOn())) {
            errors.add(Invalid.of("/dueOn", "date.before-start", terms.startsOn()));
        }
        if (dueOn != null && deadline != null && dueOn.isAfter(deadline)) {
            errors.add(Invalid.of("/dueOn", "date.after-case-deadline", deadline));
        }
        refuse(errors);
        return term;
    }

    /** Gives the measure the dates of its new terms; 422 for a date that was approved. */
    void change(RectificationCase subject, Measure measure, MeasureTerms after, Acting acting) {
        MeasureTerms before = measure.terms();
        if (subject.state() == CaseState.PLANNING) {
            dates.draftMeasure(subject, measure.measureId(), term(subject, after), acting);
        } else if (!before.isDueLike(after)) {
            Fixed fixed = fixed(subject, measure.measureId(), before);
            refuse(fixed.errors(before, after));
            if (!fixed.due()) {
                dates.draftMeasure(subject, measure.measureId(), term(subject, after), acting);
            }
        }
    }

    /** What was moved on request, and what no approval will cover, keeps a date once it has one. */
    private Fixed fixed(RectificationCase subject, long measureId, MeasureTerms before) {
        boolean dated = before.dueOn() != null;
        Optional<PlanText> approved = plans.approved(subject.caseId(), subject.planHash());
        boolean isPlanned = PlanText.of(parts.problems(subject.caseId())).measure(measureId) != null;
        if (approved.isEmpty() || !isPlanned || dates.wasMovedOnRequest(measureId)) {
            return dated ? Fixed.BOTH : Fixed.NONE;
        }
        @Nullable
        JsonNode entry = approved.get().measure(measureId);
        return entry == null ? Fixed.NONE : new Fixed(true, entry.has("originalDueOn"));
    }

    private static void refuse(List<Invalid> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
