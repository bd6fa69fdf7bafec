package org.zhengdun.catalogue;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Reads the catalogue. */
@RequestScoped
class CategoryQueries {

    /** A category with the unit that owns it. */
    record Found(CategoryDetail detail, Unit owner) {
        CategoryRow current() {
            return detail.current();
        }
    }

    private final Jdbi jdbi;
    private final Units units;
    private final Cursors cursors;

    CategoryQueries(Jdbi jdbi, Units units, Cursors cursors) {
        this.jdbi = jdbi;
        this.units = units;
        this.cursors = cursors;
    }

    /** Current versions of what the unit at the end of the path may use. */
    Page<CategoryRow> page(int[] path, boolean includeRetired, PageRequest page) {
        String after = cursors.after(page, List.of("")).getFirst();
        String retired = includeRetired ? "" : " AND retired_on IS NULL";
        List<CategoryRow> rows = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM category WHERE owner_id = ANY(:path) AND valid_to IS NULL AND code COLLATE \"C\" > :after"
                        + retired + " ORDER BY code COLLATE \"C\" LIMIT :limit").bind("path", path).bind("after",
                                after).bind("limit", page.limit() + 1).map(CategoryRows::row).list());
        return cursors.page(page, rows, row -> List.of(row.code()));
    }

    /** The category, or 404 when its owner neither lies in the scope nor above it. */
    Found find(String code, Scope scope) {
        List<CategoryRow> versions = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM category WHERE code = :code ORDER BY version DESC").bind("code", code).map(
                        CategoryRows::row).list());
        if (versions.isEmpty()) {
            throw ProblemException.notFound();
        }
        Unit owner = units.find(versions.getFirst().ownerId()).orElseThrow(ProblemException::notFound);
        if (owner.id() != Units.ROOT && !scope.reaches(owner.path())) {
            throw ProblemException.notFound();
        }
        return new Found(new CategoryDetail(code, versions.getFirst(), versions), owner);
    }
}
