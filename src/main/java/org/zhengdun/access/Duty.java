package org.zhengdun.access;

import org.zhengdun.shared.security.Role;

/** The three duties that never meet in one account (三员分立). */
enum Duty {
    /** Gives and takes grants. */
    SYSTEM,
    /** Reads the audit trail. */
    AUDIT,
    /** Works on branches and cases. */
    BUSINESS;

    static Duty of(Role role) {
        return switch (role) {
            case SYSADMIN -> SYSTEM;
            case AUDITOR -> AUDIT;
            case BRANCH, TOWNSHIP, COUNTY_ORG, COUNTY_DEPT, HELPER, INSPECTOR, CITY_ORG, PROVINCE_ORG, STATISTICS,
                    DISCIPLINE ->
                BUSINESS;
        };
    }
}
