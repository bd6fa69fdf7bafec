package org.zhengdun.statistics;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.problem.Invalid;

/** The codes that a filter by category may name. */
@ApplicationScoped
class CategoryCodes {

    private final Jdbi jdbi;

    CategoryCodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Refuses a code that belongs neither to a unit above nor to one below: its figures would be zeros that mean nothing, and its name is
     * the business of others.
     */
    Optional<Invalid> refused(@Nullable String code, Unit unit) {
        if (code == null || isKnown(code, unit.path())) {
            return Optional.empty();
        }
        return Optional.of(Invalid.of("?category", "category.unknown"));
    }

    private boolean isKnown(String code, int[] path) {
        return jdbi.withHandle(handle -> handle.createQuery(
                """
                        SELECT EXISTS (SELECT FROM category k JOIN org_unit o ON o.id = k.owner_id
                                       WHERE k.code = :code AND (o.id = ANY(:path) OR o.ancestors @> ARRAY[:unit]))""").bind(
                        "code", code).bind("path", path).bind("unit", path[path.length - 1]).mapTo(
                                Boolean.class).one());
    }
}
