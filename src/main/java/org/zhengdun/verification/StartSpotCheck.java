package org.zhengdun.verification;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.casefile.CaseFiles;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Starts the check of a sampled case: from then on, and not before, the case shows it (docs/spot-checks.md). */
@ApplicationScoped
class StartSpotCheck {

    private final CaseFiles files;
    private final FormCheck form;
    private final SpotSamples samples;
    private final SampleQueries items;
    private final CheckQueries checks;
    private final LookBackQueries lookBacks;
    private final Caller caller;

    StartSpotCheck(CaseFiles files, FormCheck form, SpotSamples samples, SampleQueries items, CheckQueries checks,
            LookBackQueries lookBacks, Caller caller) {
        this.files = files;
        this.form = form;
        this.samples = samples;
        this.items = items;
        this.checks = checks;
        this.lookBacks = lookBacks;
        this.caller = caller;
    }

    Written run(long caseId, ChangeControl control, SpotCheckRequest request) {
        CaseFile file = files.change(caseId, Permission.SPOT_CHECK_START, control,
                CheckPurpose.SPOT_CHECK.states());
        SampleRows.Item item = item(request.sampleId(), caseId);
        DrawSample.requirePlanned(item);
        lookBacks.transformedOn(caseId).filter(request.heldOn()::isBefore).ifPresent(day -> {
            throw ProblemException.invalid("/heldOn", "look-back.before-transformation", day.toString());
        });
        @Nullable
        Long usual = checks.latest(caseId).map(StoredCheck::checklistId).orElse(null);
        return form.form(file, new AcceptanceCheck.Origin(caseId, CheckPurpose.SPOT_CHECK, item.id()),
                request.check(usual));
    }

    private SampleRows.Item item(long sampleId, long caseId) {
        return samples.lockedIfVisible(sampleId, caller.scope(Permission.SAMPLE_READ)).flatMap(
                sample -> items.itemOfCase(sampleId, caseId)).orElseThrow(
                        () -> ProblemException.invalid(
                                List.of(Invalid.of("/sampleId", "sample.case-not-drawn"))));
    }
}
