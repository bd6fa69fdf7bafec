package org.zhengdun.access;

import java.time.Instant;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.security.Subjects;

/**
 * A grant to give.
 *
 * @param subject     subject of the person or machine at the caller's identity provider
 * @param displayName name of the account when it is new; a known account keeps its own
 * @param department  the department that a county_dept account answers for; without one it sees no nominations
 * @param validFrom   now when absent
 * @param validTo     without end when absent
 */
@Schema(name = "GrantRequest")
record GrantRequest(@NotBlank @Size(max = 255) @Pattern(regexp = Subjects.FORM) String subject,
        @NotBlank @Size(max = 100) String displayName,
        @NotNull Role role, @Nullable Department department, @Min(1) int orgUnitId, @Nullable Instant validFrom,
        @Nullable Instant validTo) {}
