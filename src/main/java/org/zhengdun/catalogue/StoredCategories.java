package org.zhengdun.catalogue;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/** Writes categories: a change is a new version, nothing is ever deleted. */
@ApplicationScoped
class StoredCategories {

    private final Jdbi jdbi;
    private final Days days;

    /** What the next version says. */
    record Version(String code, int number, int ownerId, CategoryContent content, @Nullable Integer formColumn,
            @Nullable LocalDate retiredOn) {}

    StoredCategories(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** The current version of a national category. */
    Optional<CategoryRow> national(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT * FROM category WHERE code = :code AND owner_id = :root AND valid_to IS NULL").bind("code",
                        code).bind("root", Units.ROOT).map(CategoryRows::row).findOne());
    }

    /** Ends the version before this one, which somebody else may have done meanwhile, and adds this one. */
    void append(Version version) {
        jdbi.useHandle(handle -> {
            int ended = handle.createUpdate("""
                    UPDATE category SET valid_to = :now
                    WHERE code = :code AND version = :former AND valid_to IS NULL""").bind("now", days.now()).bind(
                    "code", version.code()).bind("former", version.number() - 1).execute();
            if (ended == 0) {
                throw ProblemException.of(ProblemType.VERSION_MISMATCH);
            }
        });
        add(version);
    }

    void add(Version version) {
        CategoryContent content = version.content();
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO category (code, version, owner_id, name_zh, name_en, grouping, leads, supports, form_column,
                                      restricted, maps_to, valid_from, retired_on)
                VALUES (:code, :version, :owner, :nameZh, :nameEn, :group, :leads, :supports, :formColumn, :restricted,
                        :mapsTo, :now, :retiredOn)""").bind("code", version.code()).bind("version",
                version.number()).bind("owner", version.ownerId()).bind("nameZh", content.nameZh()).bind("nameEn",
                        content.nameEn()).bind("group", content.group()).bindArray("leads", String.class,
                                content.leads().stream().map(Enum::name).toList()).bindArray("supports", String.class,
                                        content.supports().stream().map(Enum::name).toList()).bind("formColumn",
                                                version.formColumn()).bind("restricted", content.restricted()).bind(
                                                        "mapsTo", content.mapsTo()).bind("now", days.now()).bind(
                                                                "retiredOn", version.retiredOn()).execute());
    }
}
