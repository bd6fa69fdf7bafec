package org.zhengdun.shared.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.zhengdun.shared.web.JsonNamed;

/** The roles of docs/domain.md section 8, by the names they have in tokens. */
public enum Role implements JsonNamed {
    /** Sees its own branch and cases; gives evidence. */
    BRANCH,
    /** Nominates, plans, closes ordinary problems, self-checks, applies for acceptance. */
    TOWNSHIP,
    /** Opens rounds, decides, approves plans, assigns helpers, forms teams, accepts. */
    COUNTY_ORG,
    /** Gives the opinion of a county department. */
    COUNTY_DEPT,
    /** Works on assigned cases while the assignment runs. */
    HELPER,
    /** Records assigned checks while they run. */
    INSPECTOR,
    /** Supervises and revokes in its city. */
    CITY_ORG,
    /** As the city, and keeps settings, catalogue, org units. */
    PROVINCE_ORG,
    /** A machine that pulls statistics. */
    STATISTICS,
    /** Handles tip-offs. */
    DISCIPLINE,
    /** Reads the audit trail. */
    AUDITOR,
    /** Manages grants and settings; sees no business data. */
    SYSADMIN;

    @Override
    public String jsonName() {
        return tokenName();
    }

    public String tokenName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofToken(String name) {
        return Stream.of(values()).filter(role -> role.tokenName().equals(name)).findFirst();
    }

    /** Whether the role is held case by case through assignments instead of grants. */
    public boolean isAssigned() {
        return this == HELPER || this == INSPECTOR;
    }
}
