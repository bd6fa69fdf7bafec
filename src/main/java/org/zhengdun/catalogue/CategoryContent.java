package org.zhengdun.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a locality may decide about its category.
 *
 * @param mapsTo national category that it counts as; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CategoryContent(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 200) String nameEn,
        @NotNull CategoryGroup group, @NotNull @Size(min = 1, max = 10) List<@NotNull Department> leads,
        @NotNull @Size(max = 10) List<@NotNull Department> supports, @Nullable String mapsTo,
        @NotNull Boolean restricted) {

    CategoryContent asRestricted(boolean required) {
        return new CategoryContent(nameZh, nameEn, group, leads, supports, mapsTo, restricted || required);
    }
}
