package org.zhengdun.evidence;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.evidence.EvidenceFiles.NewVersion;
import org.zhengdun.evidence.EvidenceFiles.Place;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/**
 * Takes a file in: asks first whether it may come, receives and checks it without a connection, stores it, and makes it part of
 * the case in one transaction; whatever fails leaves neither row nor object behind.
 */
@RequestScoped
class AddEvidence {

    private static final Set<String> OPEN = Set.of("NOMINATED", "UNDER_REVIEW", "RETURNED", "CONFIRMED", "PLANNING",
            "PLAN_SUBMITTED", "RECTIFYING", "SELF_CHECKED", "ACCEPTANCE", "TRANSFORMED");

    private final CaseFiles files;
    private final EvidenceFiles evidence;
    private final EvidenceQueries queries;
    private final EvidenceConfig config;
    private final Spool spool;
    private final Staging staging;
    private final Writes writes;
    private final Days days;

    AddEvidence(CaseFiles files, EvidenceFiles evidence, EvidenceQueries queries, EvidenceConfig config, Spool spool,
            Staging staging, Writes writes, Days days) {
        this.files = files;
        this.evidence = evidence;
        this.queries = queries;
        this.config = config;
        this.spool = spool;
        this.staging = staging;
        this.writes = writes;
        this.days = days;
    }

    /** An upload as it was sent. */
    record Upload(EvidenceTerms terms, CreateControl control, InputStream body) {}

    /** What an idempotency key of an upload stands for, with the query. */
    private record Fingerprint(String mediaType, String sha256) {}

    private record Opened(CaseFile file, Place place, EvidenceTerms.Checked terms) {}

    RestResponse<EvidenceRow> newFile(long caseId, EvidenceTarget target, Upload upload) {
        Permission permission = target.isCheck() ? Permission.CHECK_RECORD : Permission.EVIDENCE_ADD;
        return take(upload, () -> {
            CaseFile file = files.add(caseId, permission, OPEN);
            return new Opened(file, evidence.place(caseId, target), terms(upload));
        }, opened -> evidence.create(caseId, opened.place()));
    }

    RestResponse<EvidenceRow> newVersion(long caseId, long fileId, Upload upload) {
        return take(upload, () -> {
            Place place = evidence.place(caseId, fileId);
            Permission permission = place.checkId() == null ? Permission.EVIDENCE_ADD : Permission.CHECK_RECORD;
            return new Opened(files.add(caseId, permission, OPEN), place, terms(upload));
        }, opened -> fileId);
    }

    private EvidenceTerms.Checked terms(Upload upload) {
        return upload.terms().checked(config, days.today());
    }

    private RestResponse<EvidenceRow> take(Upload upload, Supplier<Opened> open,
            Function<Opened, Long> fileId) {
        Opened before = QuarkusTransaction.requiringNew().call(open::get);
        if (!upload.control().isRepeatable()) {
            evidence.requireRecordable(before.place(), before.file().acting());
        }
        Spooled received = spool.take(upload.body(), before.terms().kind(),
                ContentDigest.of(upload.terms().contentDigest));
        try {
            return store(upload, received, () -> {
                Opened opened = open.get();
                evidence.requireRecordable(opened.place(), opened.file().acting());
                return new Target(opened, fileId.apply(opened));
            });
        } finally {
            spool.discard(received.path());
        }
    }

    private record Target(Opened opened, long fileId) {}

    private RestResponse<EvidenceRow> store(Upload upload, Spooled received,
            Supplier<Target> target) {
        UUID object = staging.stage(received);
        try {
            Fingerprint fingerprint = new Fingerprint(String.valueOf(upload.terms().contentType),
                    HexFormat.of().formatHex(received.sha256()));
            return writes.run(upload.control(), fingerprint, () -> write(target.get(), received, object));
        } finally {
            staging.discardUnlessKept(object);
        }
    }

    private Written write(Target target, Spooled received, UUID object) {
        CaseFile file = target.opened().file();
        long caseId = file.caseId();
        evidence.add(target.fileId(), new NewVersion(target.opened().terms(), received, object,
                file.acting().accountId()));
        evidence.takePart(caseId, file.acting(), target.opened().place());
        staging.keep(object);
        EvidenceRow row = queries.row(caseId, target.fileId());
        String kind = row.current().version() == 1 ? "evidence.added" : "evidence.version-added";
        CaseNews news = new CaseNews(kind, null, evidence.audience(target.opened().place()));
        long version = files.record(file, news,
                Change.created("evidence.add", "evidence", row.id(), file.place(), row));
        return Written.created(row, version, "/api/v1/cases/%d/evidence/%d".formatted(caseId, row.id()));
    }
}
