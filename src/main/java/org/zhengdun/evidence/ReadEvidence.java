package org.zhengdun.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;

/** Opens evidence for reading under the scope of the case; every download leaves an audit row. */
@RequestScoped
class ReadEvidence {

    private final CaseFiles files;
    private final EvidenceQueries queries;
    private final ChangeLog changes;
    private final Caller caller;

    ReadEvidence(CaseFiles files, EvidenceQueries queries, ChangeLog changes, Caller caller) {
        this.files = files;
        this.queries = queries;
        this.changes = changes;
        this.caller = caller;
    }

    /** What a download leaves in the audit trail. */
    private record Download(int version, String name, String sha256, @Nullable String range) {}

    /** The case, 404 outside the scope, 403 where the caller reads cases without evidence. */
    CaseFile open(long caseId) {
        CaseFile file = files.read(caseId);
        signature(file);
        return file;
    }

    StoredVersion stored(long caseId, long fileId, @Nullable Integer version) {
        return queries.stored(open(caseId), fileId, version);
    }

    /** Leaves the audit row, committed before the first byte goes out. */
    void downloaded(long caseId, StoredVersion stored, @Nullable String range) {
        QuarkusTransaction.requiringNew().run(() -> {
            CaseFile file = files.read(caseId);
            EvidenceRow.Version version = stored.version();
            changes.record(signature(file), Change.created("evidence.download", "evidence", stored.fileId(),
                    file.place(), new Download(version.version(), version.name(), version.sha256(), range)));
        });
    }

    private Acting signature(CaseFile file) {
        return caller.requireActingOnCase(Permission.EVIDENCE_READ, file.caseId(), file.place());
    }
}
