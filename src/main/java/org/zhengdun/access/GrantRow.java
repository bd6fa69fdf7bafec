package org.zhengdun.access;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.security.Role;

/**
 * A grant.
 *
 * @param grantedBy name of the grantor; absent for the first grant of an installation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GrantRow")
record GrantRow(long id, String issuer, String subject, String displayName, Role role, @Nullable Department department,
        int orgUnitId,
        String orgUnitName, Instant validFrom, @Nullable Instant validTo, @Nullable String grantedBy,
        Instant grantedAt, @Nullable String revokedBy, @Nullable Instant revokedAt) {}
