package org.zhengdun.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads evidence files of one case. */
@RequestScoped
class EvidenceQueries {

    private static final String COLUMNS = """
            SELECT f.id, f.problem_id, f.measure_id, f.check_id, f.visit_id, v.version, v.name, v.media_type, v.size,
                   v.sha256, v.occurred_on, v.uploaded_at, a.display_name, v.object
            FROM evidence_file f JOIN evidence_version v ON v.file_id = f.id JOIN account a ON a.id = v.uploaded_by
            """;
    private static final String SHOWN = " AND (f.check_id IS NULL OR EXISTS (SELECT FROM acceptance_check k "
            + "WHERE k.id = f.check_id AND (k.state = 'COMPLETED' OR k.purpose = ANY(:open))))";

    private final Jdbi jdbi;
    private final Cursors cursors;
    private final OpenChecks checks;

    EvidenceQueries(Jdbi jdbi, Cursors cursors, OpenChecks checks) {
        this.jdbi = jdbi;
        this.cursors = cursors;
        this.checks = checks;
    }

    Page<EvidenceRow> page(CaseFile file, @Nullable Long problemId, PageRequest page) {
        long after = Cursors.number(cursors.after(page, List.of("0")).getFirst());
        String problem = problemId == null ? "" : " AND f.problem_id = :problem";
        List<EvidenceRow> rows = jdbi.withHandle(handle -> handle.createQuery(
                COLUMNS + "WHERE f.case_id = :case AND f.id > :after AND v.version = f.versions" + problem + SHOWN
                        + " ORDER BY f.id LIMIT :limit").bind("case", file.caseId()).bindArray("open", String.class,
                                checks.purposes(file)).bind("after", after).bind("problem",
                                        problemId).bind("limit", page.limit() + 1).map(
                                                (row, context) -> row(row)).list());
        return cursors.page(page, rows, row -> List.of(row.id()));
    }

    EvidenceRow row(long caseId, long fileId) {
        EvidenceRow.Detail detail = detail(caseId, fileId, "", List.of());
        return new EvidenceRow(detail.id(), detail.problemId(), detail.measureId(), detail.checkId(), detail.visitId(),
                detail.versions().getFirst());
    }

    /** The file with all its versions, or 404. */
    EvidenceRow.Detail detail(CaseFile file, long fileId) {
        return detail(file.caseId(), fileId, SHOWN, checks.purposes(file));
    }

    private EvidenceRow.Detail detail(long caseId, long fileId, String shown, List<String> open) {
        List<EvidenceRow> versions = jdbi.withHandle(handle -> handle.createQuery(
                COLUMNS + "WHERE f.case_id = :case AND f.id = :file" + shown + " ORDER BY v.version DESC").bind("case",
                        caseId).bindArray("open", String.class, open).bind("file", fileId).map(
                                (row, context) -> row(row)).list());
        if (versions.isEmpty()) {
            throw ProblemException.notFound();
        }
        EvidenceRow file = versions.getFirst();
        return new EvidenceRow.Detail(file.id(), file.problemId(), file.measureId(), file.checkId(), file.visitId(),
                versions.stream().map(EvidenceRow::current).toList());
    }

    /**
     * One version of a file, or 404.
     *
     * @param version number of the version; null for the current one
     */
    StoredVersion stored(CaseFile file, long fileId, @Nullable Integer version) {
        Optional<StoredVersion> found = jdbi.withHandle(handle -> handle.createQuery(
                COLUMNS + "WHERE f.case_id = :case AND f.id = :file AND v.version = coalesce(:version, f.versions)"
                        + SHOWN).bind(
                                "case", file.caseId()).bindArray("open", String.class, checks.purposes(file)).bind(
                                        "file", fileId).bind("version", version).map(
                                                (row, context) -> new StoredVersion(row.getLong("id"),
                                                        row.getObject("object", UUID.class), version(row))).findOne());
        return found.orElseThrow(ProblemException::notFound);
    }

    private static EvidenceRow row(ResultSet row) throws SQLException {
        return new EvidenceRow(row.getLong("id"), Columns.number(row, "problem_id"), Columns.number(row, "measure_id"),
                Columns.number(row, "check_id"), row.getObject("visit_id", UUID.class), version(row));
    }

    private static EvidenceRow.Version version(ResultSet row) throws SQLException {
        return new EvidenceRow.Version(row.getInt("version"), row.getString("name"), row.getString("media_type"),
                row.getLong("size"), HexFormat.of().formatHex(row.getBytes("sha256")),
                Columns.requiredDate(row, "occurred_on"), Columns.requiredInstant(row, "uploaded_at"),
                row.getString("display_name"));
    }
}
