package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import org.zhengdun.catalogue.Categories;
import org.zhengdun.deadlines.Term;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;

/** Writes the three lists of a plan: problems, measures, responsibilities. */
@RequestScoped
class PlanBook {

    private static final Set<String> DRAFT_OR_WORK = names(
            Set.of(CaseState.NOMINATED, CaseState.RETURNED, CaseState.PLANNING, CaseState.RECTIFYING));
    private static final Set<String> PLANNING_OR_WORK = names(Set.of(CaseState.PLANNING, CaseState.RECTIFYING));
    private static final Set<String> PLANNED = names(
            Set.of(CaseState.PLANNING, CaseState.RECTIFYING, CaseState.SELF_CHECKED));
    private static final Set<String> WORKABLE = names(CaseState.UNTIL_JUDGED);

    private final OpenCases open;
    private final Cases cases;
    private final Problems problems;
    private final Measures measures;
    private final Responsibilities responsibilities;
    private final Categories categories;
    private final Units units;
    private final CaseDates dates;
    private final MeasureDates measureDates;
    private final ApprovedPlans plans;
    private final EntityManager entities;
    private final Days days;

    PlanBook(OpenCases open, Cases cases, Problems problems, Measures measures, Responsibilities responsibilities,
            Categories categories, Units units, CaseDates dates, MeasureDates measureDates, ApprovedPlans plans,
            EntityManager entities,
            Days days) {
        this.open = open;
        this.cases = cases;
        this.problems = problems;
        this.measures = measures;
        this.responsibilities = responsibilities;
        this.categories = categories;
        this.units = units;
        this.dates = dates;
        this.measureDates = measureDates;
        this.plans = plans;
        this.entities = entities;
        this.days = days;
    }

    /** Adds a problem; when the plan is approved already it becomes stale. */
    long addProblem(long caseId, ChangeControl control, ProblemRequest request) {
        CaseFile file = open.change(caseId, Permission.CASE_PLAN, control, DRAFT_OR_WORK);
        Unit branch = units.find(file.branchId()).orElseThrow();
        RectificationCase subject = cases.findById(caseId);
        Problem added = new Problem(subject.key(), categories.usable(request.category(), branch.path(), "/category"),
                request, days.now());
        problems.persist(added);
        entities.flush();
        return record(file, "problem.added",
                Change.created("problem.add", "problem", added.problemId(), file.place(), request));
    }

    /** Adds a measure; when the plan is approved already it becomes stale. */
    long addMeasure(long caseId, ChangeControl control, MeasureRequest request) {
        CaseFile file = open.change(caseId, Permission.CASE_PLAN, control, PLANNING_OR_WORK);
        Problem problem = problems.findByIdOptional(request.problemId()).filter(
                found -> found.caseId() == caseId).orElseThrow(
                        () -> ProblemException.invalid("/problemId", "reference.unknown"));
        if (problem.state() != ProblemState.OPEN) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "problem.not-open");
        }
        Term term = measureDates.term(cases.findById(caseId), request.terms());
        Measure added = new Measure(caseId, problem.problemId(), request.terms());
        measures.persist(added);
        entities.flush();
        dates.draftMeasure(cases.findById(caseId), added.measureId(), term, file.acting());
        responsibilities.persist(new Responsibility(added, request.accountable(), days.today()));
        return record(file, "measure.added",
                Change.created("measure.add", "measure", added.measureId(), file.place(), request));
    }

    /** Gives a measure new terms; without any difference nothing is written. */
    long changeMeasure(long caseId, long measureId, ChangeControl control, MeasureChangeRequest request) {
        CaseFile file = open.change(caseId, Permission.CASE_PLAN, control, PLANNING_OR_WORK);
        Measure measure = measures.ofCase(measureId, caseId);
        requireOpen(measure);
        MeasureTerms before = measure.terms();
        if (before.equals(request.terms())) {
            return file.version();
        }
        measureDates.change(cases.findById(caseId), measure, request.terms(), file.acting());
        measure.change(request.terms());
        return record(file, "measure.changed", new Change("measure.change", "measure",
                Long.toString(measureId), file.place(), null, before, request.terms()));
    }

    /** Replaces the accountable person; the former one stays readable with his dates. */
    long replaceAccountable(long caseId, long measureId, ChangeControl control, PersonRequest person) {
        CaseFile file = open.change(caseId, Permission.CASE_PLAN, control, PLANNED);
        Measure measure = measures.ofCase(measureId, caseId);
        LocalDate today = days.today();
        responsibilities.current(measureId).ifPresent(former -> former.end(today));
        entities.flush();
        responsibilities.persist(new Responsibility(measure, person, today));
        return record(file, "measure.accountable-replaced", new Change("measure.accountable", "measure",
                Long.toString(measureId), file.place(), null, null, person));
    }

    /** Reports a measure carried out. */
    long finishMeasure(long caseId, long measureId, ChangeControl control, LocalDate doneOn) {
        CaseFile file = open.change(caseId, Permission.CASE_PROGRESS, control, WORKABLE);
        Measure measure = measures.ofCase(measureId, caseId);
        problems.ofCase(measure.problemId(), caseId).requireWorkable(CaseState.valueOf(file.state()));
        requireOpen(measure);
        if (doneOn.isAfter(days.today()) || doneOn.isBefore(measure.startsOn())) {
            throw ProblemException.invalid("/doneOn", "date.outside-measure", measure.startsOn());
        }
        measure.done(doneOn);
        dates.finishMeasure(measureId, file.acting());
        return open.record(file, "measure.done", null, new Change("measure.done", "measure", Long.toString(measureId),
                file.place(), null, null, Map.of("measureId", measureId, "doneOn", doneOn)));
    }

    /** What was written may have made the plan another one than the approved one, or that one again. */
    private long record(CaseFile file, String kind, Change change) {
        entities.flush();
        plans.compare(cases.findById(file.caseId()));
        return open.record(file, kind, null, change);
    }

    private static void requireOpen(Measure measure) {
        if (measure.state() == Measure.State.DONE) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "measure.already-done");
        }
    }

    private static Set<String> names(Set<CaseState> states) {
        return states.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
