package org.zhengdun.catalogue;

import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A category to add.
 *
 * @param ownerId province, city or county whose subtree may use it
 * @param mapsTo  national category that it counts as; absent for none
 */
@Schema(name = "AddCategoryRequest")
record AddCategoryRequest(
        @Schema(description = "Unique in the whole country, whoever owns it; W and digits are kept for national codes") @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String code,
        @Min(1) int ownerId,
        @NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 200) String nameEn,
        @NotNull CategoryGroup group, @NotNull @Size(min = 1, max = 10) List<@NotNull Department> leads,
        @NotNull @Size(max = 10) List<@NotNull Department> supports, @Nullable String mapsTo, boolean restricted) {

    CategoryContent content() {
        return new CategoryContent(nameZh, nameEn, group, leads, supports, mapsTo, restricted);
    }
}
