package org.zhengdun.audit;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which texts of an audit row should be erased, and why; the reason must not repeat them. */
@Schema(name = "AuditErasureRequest")
record ErasureRequest(@NotNull @Size(min = 1, max = 5) List<@NotNull AuditField> fields,
        @NotBlank @Size(max = 2000) String reason) {}
