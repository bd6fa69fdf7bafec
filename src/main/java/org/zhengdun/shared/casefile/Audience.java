package org.zhengdun.shared.casefile;

import static org.zhengdun.shared.security.Role.CITY_ORG;
import static org.zhengdun.shared.security.Role.COUNTY_ORG;
import static org.zhengdun.shared.security.Role.PROVINCE_ORG;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.zhengdun.shared.security.Role;

/** Who reads an event in the timeline of a case (docs/domain.md section 8). */
public enum Audience {
    /** Everybody who reads the case. */
    EVERYBODY(Role.values()),
    /** County and above: what branch and township must not see, for example opinions before the decision. */
    COUNTY(COUNTY_ORG, CITY_ORG, PROVINCE_ORG),
    /** City and above: what the county must not see either, for example a planned spot check. */
    CITY(CITY_ORG, PROVINCE_ORG);

    private final Set<Role> roles;

    Audience(Role... roles) {
        EnumSet<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(List.of(roles));
        this.roles = Collections.unmodifiableSet(set);
    }

    public Set<Role> roles() {
        return roles;
    }
}
