package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.cases.CaseDetail.Accountable;
import org.zhengdun.cases.CaseDetail.EvidenceNote;
import org.zhengdun.cases.CaseDetail.MeasureDetail;
import org.zhengdun.cases.CaseDetail.ProblemDetail;
import org.zhengdun.deadlines.DeadlineDetail;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.deadlines.Deadlines;
import org.zhengdun.settings.MeasureKind;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.Grouped;
import org.zhengdun.shared.security.Mask;

/** Reads the lists of one case: problems, measures with their responsibilities, evidence; one statement each. */
@ApplicationScoped
class CaseParts {

    private static final String PROBLEMS = """
            SELECT id, category, category_version, restricted, fact, source, state, check_id, look_back_id, due_on,
                   pending_reason, done_at, closed_at
            FROM %s WHERE case_id = :case ORDER BY id""";
    private static final String MEASURES = """
            SELECT measure.id, problem_id, kind, description, doers, starts_on, due_on, state, done_on,
                   name, post, unit, since, until
            FROM %s LEFT JOIN %s ON responsibility.measure_id = measure.id AND responsibility.case_id = :case
            WHERE measure.case_id = :case ORDER BY measure.id, responsibility.id""";
    private static final String EVIDENCE = """
            SELECT id, problem_id, text, occurred_on, recorded_at FROM %s WHERE case_id = :case ORDER BY id""";

    private final Jdbi jdbi;
    private final Deadlines deadlines;

    CaseParts(Jdbi jdbi, Deadlines deadlines) {
        this.jdbi = jdbi;
        this.deadlines = deadlines;
    }

    /** The problems of a case with their parts, as they are. */
    List<ProblemDetail> problems(long caseId) {
        return problems(caseId, AsOf.NOW, deadlines.ofCase(caseId, true, AsOf.NOW));
    }

    /**
     * The problems of a case with their parts, at a moment.
     *
     * @param due the deadlines of the case at that moment
     */
    List<ProblemDetail> problems(long caseId, AsOf asOf, List<DeadlineDetail> due) {
        Map<Long, DeadlineDetail> ofMeasures = due.stream().filter(
                deadline -> deadline.kind() == DeadlineKind.MEASURE).collect(
                        Collectors.toMap(DeadlineDetail::subjectId, Function.identity()));
        return jdbi.withHandle(handle -> {
            Rows rows = (sql, tables) -> handle.createQuery(
                    sql.formatted(Stream.of(tables).map(asOf::rows).toArray())).bind("case", caseId).bind(
                            "asOf", asOf.instant());
            Map<Long, List<MeasureDetail>> measures = measures(rows, ofMeasures);
            Map<Long, List<EvidenceNote>> evidence = evidence(rows);
            return rows.of(PROBLEMS, "problem").map((row, context) -> problem(row, measures, evidence)).list();
        });
    }

    /** The same problems without names, free texts and all that tells their category (ADR 24). */
    static List<ProblemDetail> masked(List<ProblemDetail> problems) {
        return problems.stream().map(CaseParts::masked).toList();
    }

    private static ProblemDetail masked(ProblemDetail problem) {
        return new ProblemDetail(problem.id(), null, null, null, Mask.TEXT, Mask.TEXT, problem.state(),
                problem.checkId(),
                problem.lookBackId(), problem.dueOn(),
                problem.pendingReason() == null ? null : Mask.TEXT, problem.doneAt(), problem.closedAt(),
                problem.measures().stream().map(CaseParts::masked).toList(), problem.evidence().stream().map(
                        note -> new EvidenceNote(note.id(), Mask.TEXT, note.occurredOn(), note.recordedAt())).toList());
    }

    private static MeasureDetail masked(MeasureDetail measure) {
        return new MeasureDetail(measure.id(), null, Mask.TEXT, measure.doers() == null ? null : Mask.TEXT,
                measure.startsOn(), measure.originalDueOn(), measure.dueOn(), measure.state(), measure.doneOn(),
                measure.overdue(), measure.light(), measure.lightReason(),
                measure.accountable().stream().map(Accountable::masked).toList());
    }

    /** The rows of the case in one statement over these tables. */
    @FunctionalInterface
    private interface Rows {
        Query of(String sql, String... tables);
    }

    /** By problem; a measure has one row for each person who was ever accountable for it. */
    private static Map<Long, List<MeasureDetail>> measures(Rows rows, Map<Long, DeadlineDetail> deadlines) {
        Map<Long, List<MeasureDetail>> measures = new HashMap<>();
        rows.of(MEASURES, "measure", "responsibility").map((row, context) -> {
            List<MeasureDetail> ofProblem = measures.computeIfAbsent(row.getLong("problem_id"),
                    id -> new ArrayList<>());
            if (ofProblem.isEmpty() || ofProblem.getLast().id() != row.getLong("id")) {
                ofProblem.add(measure(row, Optional.ofNullable(deadlines.get(row.getLong("id")))));
            }
            return ofProblem.getLast().accountable().addAll(accountable(row));
        }).list();
        return measures;
    }

    private static MeasureDetail measure(ResultSet row, Optional<DeadlineDetail> deadline) throws SQLException {
        return new MeasureDetail(row.getLong("id"), MeasureKind.valueOf(row.getString("kind")),
                row.getString("description"), row.getString("doers"), Columns.requiredDate(row, "starts_on"),
                deadline.map(DeadlineDetail::originalDueOn).orElse(Columns.date(row, "due_on")),
                Columns.date(row, "due_on"), Measure.State.valueOf(row.getString("state")),
                Columns.date(row, "done_on"), deadline.map(DeadlineDetail::overdue).orElse(false),
                deadline.map(DeadlineDetail::light).orElse(null),
                deadline.map(DeadlineDetail::lightReason).orElse(null), new ArrayList<>());
    }

    private static List<Accountable> accountable(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null
                ? List.of()
                : List.of(new Accountable(name, row.getString("post"), row.getString("unit"),
                        Columns.requiredDate(row, "since"), Columns.date(row, "until")));
    }

    private static Map<Long, List<EvidenceNote>> evidence(Rows rows) {
        return Grouped.by(rows.of(EVIDENCE, "evidence_note"), "problem_id",
                row -> new EvidenceNote(row.getLong("id"), row.getString("text"),
                        Columns.requiredDate(row, "occurred_on"), Columns.requiredInstant(row, "recorded_at")));
    }

    private static ProblemDetail problem(ResultSet row, Map<Long, List<MeasureDetail>> measures,
            Map<Long, List<EvidenceNote>> evidence) throws SQLException {
        long id = row.getLong("id");
        return new ProblemDetail(id, row.getString("category"), row.getInt("category_version"),
                row.getBoolean("restricted"), row.getString("fact"), row.getString("source"),
                ProblemState.valueOf(row.getString("state")), Columns.number(row, "check_id"),
                Columns.number(row, "look_back_id"),
                Columns.date(row, "due_on"), row.getString("pending_reason"),
                Columns.instant(row, "done_at"), Columns.instant(row, "closed_at"),
                measures.getOrDefault(id, List.of()), evidence.getOrDefault(id, List.of()));
    }
}
