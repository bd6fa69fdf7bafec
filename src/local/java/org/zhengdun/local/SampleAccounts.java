package org.zhengdun.local;

import java.util.List;
import java.util.Set;

/** Sample accounts of the local identity provider: one for each role; the password is the user name. */
final class SampleAccounts {

    static final String SYSADMIN = "sysadmin";
    static final List<LocalIdentity.Account> ALL = List.of(account(SYSADMIN, "sysadmin"),
            account("province", "province_org"), account("city", "city_org"), account("county", "county_org"),
            account("township", "township"), account("branch", "branch"), account("dept", "county_dept"),
            account("helper", "helper"), account("inspector", "inspector"), account("statistics", "statistics"),
            account("discipline", "discipline"), account("auditor", "auditor"));

    private SampleAccounts() {}

    static LocalIdentity.Account ofRole(String role) {
        return ALL.stream().filter(account -> account.roles().contains(role)).findFirst().orElseThrow();
    }

    private static LocalIdentity.Account account(String name, String role) {
        return new LocalIdentity.Account(name, name, Set.of(role));
    }
}
