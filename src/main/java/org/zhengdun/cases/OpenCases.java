package org.zhengdun.cases;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.casefile.CaseNews;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ReadLog;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;

/** Opens cases for reading and changing under the one scope rule. */
@RequestScoped
class OpenCases implements CaseFiles {

    private final Caller caller;
    private final Cases cases;
    private final CaseJournal journal;
    private final ReadLog reads;

    OpenCases(Caller caller, Cases cases, CaseJournal journal, ReadLog reads) {
        this.caller = caller;
        this.cases = cases;
        this.journal = journal;
        this.reads = reads;
    }

    @Override
    public CaseFile read(long caseId) {
        RectificationCase subject = cases.findByIdOptional(caseId).orElseThrow(ProblemException::notFound);
        return read(subject, reader(subject.key()));
    }

    /** As {@link #read}, but 403 for whom nothing but the role of statistics opens the case (docs/adr/0024). */
    CaseFile readCategories(long caseId) {
        RectificationCase subject = cases.findByIdOptional(caseId).orElseThrow(ProblemException::notFound);
        CaseKey key = subject.key();
        reader(key);
        Acting reader = caller.actingOnCase(Permission.CASE_CATEGORY_READ.roles(), caseId, key.place()).orElseThrow(
                () -> ProblemException.ruleViolated("restricted-rows"));
        return read(subject, reader);
    }

    private CaseFile read(RectificationCase subject, Acting reader) {
        if (subject.isRestricted()) {
            seen(subject.key(), reader);
        }
        return file(subject, reader);
    }

    /** Leaves the trace of a read of a case with a problem in a restricted category (docs/audit.md). */
    void seen(CaseKey key, Acting reader) {
        reads.read(reader, new ReadLog.Look("case.read", "case", Long.toString(key.caseId()), key.place()));
    }

    @Override
    public CaseFile change(long caseId, Permission permission, ChangeControl control, Set<String> states) {
        RectificationCase subject = visible(caseId);
        Acting acting = caller.requireActingOnCase(permission, caseId, subject.key().place());
        control.requireVersion(subject.version());
        requireState(subject, states.stream().map(CaseState::valueOf).collect(Collectors.toSet()));
        return file(subject, acting);
    }

    @Override
    public CaseFile add(long caseId, Permission permission, Set<String> states) {
        RectificationCase subject = visible(caseId);
        Acting acting = caller.requireActingOnCase(permission, caseId, subject.key().place());
        requireState(subject, states.stream().map(CaseState::valueOf).collect(Collectors.toSet()));
        return file(subject, acting);
    }

    @Override
    public CaseFile handIn(long caseId, Permission permission) {
        RectificationCase subject = cases.lock(caseId).orElseThrow(ProblemException::notFound);
        return file(subject, caller.endedOnCase(permission, caseId).map(caller::actingAfterwards).orElseThrow(
                ProblemException::notFound));
    }

    @Override
    public long record(CaseFile file, CaseNews news, Change change) {
        RectificationCase subject = cases.findById(file.caseId());
        return journal.record(subject, file.acting(), news, change);
    }

    /** The locked case if the caller may read it, or 404. */
    RectificationCase visible(long caseId) {
        RectificationCase subject = cases.lock(caseId).orElseThrow(ProblemException::notFound);
        reader(subject.key());
        return subject;
    }

    /** In which role the caller may read the case, or 404. */
    Acting reader(CaseKey key) {
        return caller.actingOnCase(Permission.CASE_READ.roles(), key.caseId(), key.place()).orElseThrow(
                ProblemException::notFound);
    }

    static void requireState(RectificationCase subject, Set<CaseState> states) {
        if (!states.contains(subject.state())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "case.wrong-state", subject.state().name());
        }
    }

    private static CaseFile file(RectificationCase subject, Acting acting) {
        return new CaseFile(subject.caseId(), subject.number(), subject.state().name(), subject.branchId(),
                subject.branchKind().name(), subject.roundId(), subject.key().place(), subject.version(), acting);
    }
}
