package org.zhengdun.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;

/** Writes the rows of evidence files; every version is a new row. */
@ApplicationScoped
public class EvidenceFiles {

    /** Who works on a case; a county's office sends the papers of its decisions (docs/separation.md). */
    private static final Set<Role> WORKERS = EnumSet.of(Role.BRANCH, Role.TOWNSHIP, Role.HELPER);

    private final Jdbi jdbi;
    private final Days days;

    EvidenceFiles(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** What a file is evidence for, found in its case. */
    record Place(@Nullable Long problemId, @Nullable Long measureId, @Nullable Long checkId, @Nullable UUID visitId) {

        /** Whether a file at this place is evidence of work that somebody in this role does. */
        boolean isWorkOf(Role role) {
            return problemId != null || checkId == null && visitId == null && WORKERS.contains(role);
        }
    }

    /** A version to write. */
    record NewVersion(EvidenceTerms.Checked terms, Spooled file, UUID object, long accountId) {}

    /** Which of these ids are no files of the case. */
    public List<Long> unknown(long caseId, List<Long> fileIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT wanted.id FROM unnest(:ids) WITH ORDINALITY wanted(id, place)
                WHERE NOT EXISTS (SELECT FROM evidence_file f WHERE f.id = wanted.id AND f.case_id = :case)
                ORDER BY wanted.place""").bind("ids", fileIds.stream().mapToLong(Long::longValue).toArray()).bind(
                "case", caseId).mapTo(Long.class).list());
    }

    /** The named target of the case: 422 with the parameter when the case has no such part. */
    Place place(long caseId, EvidenceTarget target) {
        target.requireOneAtMost();
        if (target.problemId != null) {
            require("SELECT id FROM problem WHERE id = :id AND case_id = :case", target.problemId, caseId,
                    "?problemId");
        }
        if (target.checkId != null) {
            require("SELECT id FROM acceptance_check WHERE id = :id AND case_id = :case", target.checkId, caseId,
                    "?checkId");
        }
        if (target.visitId != null) {
            require("SELECT 1 FROM visit WHERE id = :id AND case_id = :case", target.visitId, caseId, "?visitId");
        }
        if (target.measureId != null) {
            long problem = require("SELECT problem_id FROM measure WHERE id = :id AND case_id = :case",
                    target.measureId, caseId, "?measureId");
            return new Place(problem, target.measureId, null, null);
        }
        return new Place(target.problemId, null, target.checkId, target.visitId);
    }

    /** What a file of the case is evidence for, or 404. */
    Place place(long caseId, long fileId) {
        Optional<Place> found = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT problem_id, measure_id, check_id, visit_id FROM evidence_file
                WHERE id = :id AND case_id = :case""").bind("id", fileId).bind("case", caseId).map(
                (row, context) -> new Place(row.getObject("problem_id", Long.class),
                        row.getObject("measure_id", Long.class), row.getObject("check_id", Long.class),
                        row.getObject("visit_id", UUID.class))).findOne());
        return found.orElseThrow(ProblemException::notFound);
    }

    long create(long caseId, Place place) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO evidence_file (case_id, problem_id, measure_id, check_id, visit_id, versions)
                VALUES (:case, :problem, :measure, :check, :visit, 0) RETURNING id""").bind("case", caseId).bind(
                "problem", place.problemId()).bind("measure", place.measureId()).bind("check", place.checkId()).bind(
                        "visit", place.visitId()).mapTo(Long.class).one());
    }

    /** Adds a version, numbered under the lock of the file. */
    void add(long fileId, NewVersion added) {
        jdbi.useHandle(handle -> handle.createUpdate(
                """
                        WITH file AS (UPDATE evidence_file SET versions = versions + 1 WHERE id = :file RETURNING id, versions)
                        INSERT INTO evidence_version (file_id, version, name, media_type, size, sha256, occurred_on, uploaded_at,
                                                      uploaded_by, object)
                        SELECT id, versions, :name, :type, :size, :sha256, :occurred, :now, :by, :object FROM file""").bind(
                        "file", fileId).bind("name", added.terms().name()).bind("type",
                                added.terms().kind().type()).bind(
                                        "size", added.file().size()).bind("sha256", added.file().sha256()).bind(
                                                "occurred",
                                                added.terms().occurredOn()).bind("now", days.now()).bind("by",
                                                        added.accountId()).bind(
                                                                "object", added.object()).execute());
    }

    /** A check as it is for somebody who sends a file for it. */
    private record Check(String state, boolean hasSender) {}

    /** Refuses a file of a check from others than its team, and of one that is over: what it was judged by stays as it was. */
    void requireRecordable(Place place, Acting sender) {
        if (place.checkId() == null) {
            return;
        }
        Check check = jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT k.state, EXISTS (SELECT FROM check_member m WHERE m.check_id = k.id AND m.account_id = :sender) AS sends
                        FROM acceptance_check k WHERE k.id = :check""").bind(
                        "check", place.checkId()).bind("sender",
                                sender.accountId()).map(
                                        (row, context) -> new Check(row.getString("state"),
                                                row.getBoolean("sends"))).one());
        if (!check.hasSender()) {
            throw ProblemException.ruleViolated("not-on-the-team");
        }
        if (!check.state().equals("RUNNING")) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT,
                    check.state().equals("COMPLETED") ? "check.is-completed" : "check.is-cancelled");
        }
    }

    /** Who gives evidence of the work is one of its executors, and never accepts the case. */
    void takePart(long caseId, Acting sender, Place place) {
        if (place.isWorkOf(sender.role())) {
            jdbi.useHandle(handle -> handle.createQuery("SELECT take_part(:case, :account, 'EXECUTOR')").bind("case",
                    caseId).bind("account", sender.accountId()).mapTo(String.class).findOne());
        }
    }

    /** Who reads in the timeline that the file came: of a check that is not completed, its level alone. */
    Audience audience(Place place) {
        Optional<String> running = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT purpose FROM acceptance_check WHERE id = :check AND state <> 'COMPLETED'").bind("check",
                        place.checkId()).mapTo(String.class).findOne());
        return running.map(purpose -> purpose.equals("ACCEPTANCE") ? Audience.COUNTY : Audience.CITY).orElse(
                Audience.EVERYBODY);
    }

    private long require(String sql, Object id, long caseId, String pointer) {
        Optional<Long> found = jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("id", id).bind("case", caseId).mapTo(Long.class).findOne());
        return found.orElseThrow(() -> ProblemException.invalid(pointer, "reference.unknown"));
    }
}
