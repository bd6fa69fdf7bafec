package org.zhengdun.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;

/** Looks problem categories up for the other features. */
@ApplicationScoped
public class Categories {

    private final Jdbi jdbi;

    Categories(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The current version of a category that a unit may use for new problems: 422 with the pointer when there is none.
     *
     * @param path ids from the root to the unit
     */
    public Category usable(String code, int[] path, String pointer) {
        return usable(List.of(code), path, index -> pointer).getFirst();
    }

    /**
     * As {@link #usable(String, int[], String)}, with one statement for all codes and all unknown ones refused together.
     *
     * @param pointer JSON pointer of the code at an index
     */
    public List<Category> usable(List<String> codes, int[] path, IntFunction<String> pointer) {
        Map<String, Category> found = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT * FROM category WHERE code = ANY(:codes) AND owner_id = ANY(:path) AND valid_to IS NULL
                AND retired_on IS NULL""").bindArray("codes", String.class, codes).bind("path", path).map(
                CategoryRows::row).stream().map(CategoryRow::category).collect(
                        Collectors.toMap(Category::code, Function.identity())));
        List<Category> usable = new ArrayList<>();
        List<Invalid> unknown = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            @Nullable
            Category category = found.get(codes.get(i));
            if (category == null) {
                unknown.add(Invalid.of(pointer.apply(i), "category.unknown"));
            } else {
                usable.add(category);
            }
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
        return usable;
    }

    /** The version that an existing case or problem was recorded with. */
    public Category version(String code, int version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM category WHERE code = :code AND version = :version").bind("code", code).bind("version",
                        version).map(CategoryRows::row).findOne()).map(CategoryRow::category).orElseThrow(
                                ProblemException::notFound);
    }
}
