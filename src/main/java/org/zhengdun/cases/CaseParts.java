package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.cases.CaseDetail.Accountable;
import org.zhengdun.cases.CaseDetail.EvidenceNote;
import org.zhengdun.cases.CaseDetail.MeasureDetail;
import org.zhengdun.cases.CaseDetail.ProblemDetail;
import org.zhengdun.deadlines.DeadlineDetail;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.settings.MeasureKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.Grouped;

/** Reads the lists of one case: problems, measures, responsibilities, evidence; one statement each. */
@ApplicationScoped
class CaseParts {

    private static final String MASK = "*";

    private final Jdbi jdbi;

    CaseParts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The problems of a case with their parts.
     *
     * @param masked    whether names of persons are hidden
     * @param deadlines those of the case
     */
    List<ProblemDetail> problems(long caseId, boolean masked, List<DeadlineDetail> deadlines) {
        Map<Long, DeadlineDetail> ofMeasures = deadlines.stream().filter(
                deadline -> deadline.kind() == DeadlineKind.MEASURE).collect(
                        Collectors.toMap(DeadlineDetail::subjectId, Function.identity()));
        return jdbi.withHandle(handle -> {
            Map<Long, List<Accountable>> accountable = accountable(handle, caseId, masked);
            Map<Long, List<MeasureDetail>> measures = measures(handle, caseId, accountable, ofMeasures);
            Map<Long, List<EvidenceNote>> evidence = evidence(handle, caseId);
            return handle.createQuery("SELECT * FROM problem WHERE case_id = :case ORDER BY id").bind("case",
                    caseId).map((row, context) -> problem(row, measures, evidence)).list();
        });
    }

    private static Map<Long, List<Accountable>> accountable(Handle handle, long caseId, boolean masked) {
        return Grouped.by(
                handle.createQuery("SELECT * FROM responsibility WHERE case_id = :case ORDER BY id").bind("case",
                        caseId),
                "measure_id",
                row -> new Accountable(masked ? MASK : row.getString("name"), row.getString("post"),
                        row.getString("unit"), row.getObject("since", LocalDate.class),
                        Columns.date(row, "until")));
    }

    private static Map<Long, List<MeasureDetail>> measures(Handle handle, long caseId,
            Map<Long, List<Accountable>> accountable, Map<Long, DeadlineDetail> deadlines) {
        return Grouped.by(
                handle.createQuery("SELECT * FROM measure WHERE case_id = :case ORDER BY id").bind("case", caseId),
                "problem_id",
                row -> measure(row, Optional.ofNullable(deadlines.get(row.getLong("id"))), accountable));
    }

    private static MeasureDetail measure(ResultSet row, Optional<DeadlineDetail> deadline,
            Map<Long, List<Accountable>> accountable) throws SQLException {
        return new MeasureDetail(row.getLong("id"), MeasureKind.valueOf(row.getString("kind")),
                row.getString("description"), row.getString("doers"),
                row.getObject("starts_on", LocalDate.class),
                Columns.date(row, "due_on"),
                Measure.State.valueOf(row.getString("state")), Columns.date(row, "done_on"),
                deadline.map(DeadlineDetail::overdue).orElse(false), deadline.map(DeadlineDetail::light).orElse(null),
                deadline.map(DeadlineDetail::lightReason).orElse(null),
                accountable.getOrDefault(row.getLong("id"), List.of()));
    }

    private static Map<Long, List<EvidenceNote>> evidence(Handle handle, long caseId) {
        return Grouped.by(
                handle.createQuery("SELECT * FROM evidence_note WHERE case_id = :case ORDER BY id").bind("case",
                        caseId),
                "problem_id",
                row -> new EvidenceNote(row.getLong("id"), row.getString("text"),
                        row.getObject("occurred_on", LocalDate.class),
                        Columns.requiredInstant(row, "recorded_at")));
    }

    private static ProblemDetail problem(ResultSet row, Map<Long, List<MeasureDetail>> measures,
            Map<Long, List<EvidenceNote>> evidence) throws SQLException {
        long id = row.getLong("id");
        return new ProblemDetail(id, row.getString("category"), row.getInt("category_version"),
                row.getBoolean("restricted"), row.getString("fact"), row.getString("source"),
                ProblemState.valueOf(row.getString("state")), row.getString("pending_reason"),
                Columns.instant(row, "done_at"), Columns.instant(row, "closed_at"),
                measures.getOrDefault(id, List.of()), evidence.getOrDefault(id, List.of()));
    }
}
