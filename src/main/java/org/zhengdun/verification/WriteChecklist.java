package org.zhengdun.verification;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.Written;

/** Drafts, rewrites and publishes checklists. */
@ApplicationScoped
class WriteChecklist {

    private static final String ENTITY = "checklist";

    private final Checklists checklists;
    private final SeenChecklists seen;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final Days days;

    WriteChecklist(Checklists checklists, SeenChecklists seen, Units units, Caller caller, ChangeLog changes,
            Days days) {
        this.checklists = checklists;
        this.seen = seen;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.days = days;
    }

    Written draft(ChecklistRequest request) {
        Unit unit = units.referenced(request.unitId(), caller.scope(Permission.CHECKLIST_WRITE), "/unitId");
        requireContent(request.sections());
        return created("checklist.draft", Checklist.first(unit.id(), request.name(),
                ChecklistContent.items(request.sections())), unit.path());
    }

    Written rewrite(long id, ChangeControl control, ChecklistRequest.Content request) {
        return change("checklist.rewrite", id, control, (checklist, acting) -> {
            checklist.requireDraft();
            requireContent(request.sections());
            checklist.rewrite(request.name(), ChecklistContent.items(request.sections()));
        });
    }

    Written publish(long id, ChangeControl control) {
        return change("checklist.publish", id, control,
                (checklist, acting) -> checklist.publish(acting.accountId(), days.now()));
    }

    Written nextEdition(long id) {
        int[] place = seen.byId(id).place();
        caller.requireActing(Permission.CHECKLIST_WRITE, place);
        Checklist former = checklists.existing(id);
        return created("checklist.next-edition", former.next(checklists.newestEdition(former.family())), place);
    }

    private interface Verb {
        void apply(Checklist checklist, Acting acting);
    }

    private Written created(String action, Checklist checklist, int[] place) {
        Acting acting = caller.requireActing(Permission.CHECKLIST_WRITE, place);
        checklists.persistAndFlush(checklist.signed(acting.accountId(), days.now()));
        ChecklistDetail detail = checklist.detail();
        changes.record(acting, Change.created(action, ENTITY, detail.id(), place, detail));
        return Written.created(detail, (long) checklist.version(), "/api/v1/checklists/" + detail.id());
    }

    private Written change(String action, long id, ChangeControl control, Verb verb) {
        ChecklistQueries.Found found = seen.byId(id);
        Acting acting = caller.requireActing(Permission.CHECKLIST_WRITE, found.place());
        Checklist checklist = checklists.existing(id);
        control.requireVersion(checklist.version());
        verb.apply(checklist, acting);
        checklists.flush();
        changes.record(acting, new Change(action, ENTITY, Long.toString(id), found.place(), null, found.detail(),
                checklist.detail()));
        return Written.changed(checklist.detail(), checklist.version());
    }

    private static void requireContent(List<ChecklistContent.Section> sections) {
        List<Invalid> refused = ChecklistContent.refused(sections);
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(refused);
        }
    }
}
