package org.zhengdun.access;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.security.Role;

/**
 * A grant that somebody wants to give.
 *
 * @param held roles that the account already holds in the period
 */
record GrantProposal(long grantor, long account, Role role, @Nullable Department department, Unit unit, Instant now,
        Instant validFrom,
        @Nullable Instant validTo, Set<Role> held) {

    /** Whether the grant can ever be active. */
    boolean liesAhead() {
        return validTo == null || (validTo.isAfter(validFrom) && validTo.isAfter(now));
    }

    /** Whether a department is named only for the role that has one. */
    boolean fitsItsDepartment() {
        return department == null || role == Role.COUNTY_DEPT;
    }

    boolean isForHimself() {
        return grantor == account;
    }

    boolean keepsAdministratorsApart() {
        return held.stream().allMatch(other -> Duty.of(other) == Duty.of(role));
    }
}
