package org.zhengdun.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a problem category.
 *
 * @param mapsTo     national category that a local one counts as
 * @param formColumn column of the annual form
 * @param validTo    when the next version replaced it
 * @param retiredOn  day from which new cases may not use it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CategoryRow")
record CategoryRow(String code, int version, int ownerId, String nameZh, String nameEn, CategoryGroup group,
        List<Department> leads, List<Department> supports, @Nullable String mapsTo, @Nullable Integer formColumn,
        boolean restricted, Instant validFrom, @Nullable Instant validTo, @Nullable LocalDate retiredOn) {

    CategoryContent content() {
        return new CategoryContent(nameZh, nameEn, group, leads, supports, mapsTo, restricted);
    }

    Category category() {
        return new Category(code, version, formColumn, restricted, nameZh, nameEn, group, leads, supports);
    }
}
