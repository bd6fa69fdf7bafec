package org.zhengdun.cases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one person who answers for a measure. */
@Schema(name = "PersonRequest")
record PersonRequest(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 100) String post,
        @NotBlank @Size(max = 200) String unit) {}
