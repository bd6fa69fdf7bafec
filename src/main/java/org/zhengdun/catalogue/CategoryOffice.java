package org.zhengdun.catalogue;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.change.ChangeLog;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.time.Days;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.MergePatch;
import org.zhengdun.shared.web.MergePatches;
import org.zhengdun.shared.web.Written;

/** Adds, changes and retires local categories; the national ones are changed by migrations only. */
@ApplicationScoped
class CategoryOffice {

    private static final Set<UnitKind> OWNERS = EnumSet.of(UnitKind.PROVINCE, UnitKind.CITY, UnitKind.COUNTY);

    private static final Pattern NATIONAL = Pattern.compile("W[0-9]+");

    private final StoredCategories stored;
    private final CategoryQueries queries;
    private final Units units;
    private final Caller caller;
    private final ChangeLog changes;
    private final MergePatches patches;
    private final Days days;

    CategoryOffice(StoredCategories stored, CategoryQueries queries, Units units, Caller caller, ChangeLog changes,
            MergePatches patches, Days days) {
        this.stored = stored;
        this.queries = queries;
        this.units = units;
        this.caller = caller;
        this.changes = changes;
        this.patches = patches;
        this.days = days;
    }

    Written add(AddCategoryRequest request) {
        Unit owner = units.referenced(request.ownerId(), caller.scope(Permission.CATALOGUE_WRITE), "/ownerId");
        Acting acting = caller.requireActing(Permission.CATALOGUE_WRITE, owner.path());
        requireLocal(owner);
        if (!OWNERS.contains(owner.kind()) || owner.closedOn() != null) {
            throw ProblemException.invalid("/ownerId", "category.owner-level");
        }
        if (NATIONAL.matcher(request.code()).matches()) {
            throw ProblemException.invalid("/code", "category.looks-national");
        }
        stored.add(version(request.code(), 1, owner, request.content()));
        CategoryDetail detail = detail(request.code());
        changes.record(acting, new Change("category.add", "category", request.code(), owner.path(), null, null,
                detail.current()));
        return Written.created(detail, 1L, "/api/v1/catalogue/categories/" + request.code());
    }

    Written change(String code, ChangeControl control, MergePatch patch) {
        CategoryQueries.Found found = queries.find(code, caller.scope(Permission.CATALOGUE_READ));
        Acting acting = requireChangeable(found, control);
        CategoryContent former = found.current().content();
        StoredCategories.Version next = version(code, found.current().version() + 1, found.owner(),
                patches.apply(patch, former));
        if (next.content().equals(former)) {
            return Written.changed(found.detail(), found.current().version());
        }
        stored.append(next);
        return recorded("category.change", acting, found);
    }

    Written retire(String code, ChangeControl control) {
        CategoryQueries.Found found = queries.find(code, caller.scope(Permission.CATALOGUE_READ));
        Acting acting = requireChangeable(found, control);
        CategoryRow current = found.current();
        stored.append(new StoredCategories.Version(code, current.version() + 1, current.ownerId(), current.content(),
                current.formColumn(), days.today()));
        return recorded("category.retire", acting, found);
    }

    private Acting requireChangeable(CategoryQueries.Found found, ChangeControl control) {
        requireLocal(found.owner());
        Acting acting = caller.requireActing(Permission.CATALOGUE_WRITE, found.owner().path());
        control.requireVersion(found.current().version());
        if (found.current().retiredOn() != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "category.retired");
        }
        return acting;
    }

    private static void requireLocal(Unit owner) {
        if (owner.id() == Units.ROOT) {
            throw ProblemException.ruleViolated("national-codes-are-fixed");
        }
    }

    /** The column of the form and the restriction come from the national category that the local one maps to. */
    private StoredCategories.Version version(String code, int number, Unit owner, CategoryContent content) {
        @Nullable
        String mapsTo = content.mapsTo();
        if (mapsTo == null) {
            return new StoredCategories.Version(code, number, owner.id(), content, null, null);
        }
        CategoryRow national = stored.national(mapsTo).orElseThrow(
                () -> ProblemException.invalid("/mapsTo", "category.maps-to-national"));
        return new StoredCategories.Version(code, number, owner.id(), content.asRestricted(national.restricted()),
                national.formColumn(), null);
    }

    private Written recorded(String action, Acting acting, CategoryQueries.Found before) {
        CategoryDetail after = detail(before.detail().code());
        changes.record(acting, new Change(action, "category", after.code(), before.owner().path(), null,
                before.current(), after.current()));
        return Written.changed(after, after.current().version());
    }

    private CategoryDetail detail(String code) {
        return queries.find(code, caller.scope(Permission.CATALOGUE_READ)).detail();
    }
}
