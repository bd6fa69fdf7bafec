package org.zhengdun.evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.casefile.CaseFile;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Role;

/** Which kinds of check show the caller their evidence before they are completed (docs/acceptance.md). */
@RequestScoped
class OpenChecks {

    private final Caller caller;

    OpenChecks(Caller caller) {
        this.caller = caller;
    }

    /** Purposes of checks whose level or team the caller belongs to. */
    List<String> purposes(CaseFile file) {
        List<String> open = new ArrayList<>();
        if (belongs(file, Audience.COUNTY)) {
            open.add("ACCEPTANCE");
        }
        if (belongs(file, Audience.CITY)) {
            open.add("SPOT_CHECK");
        }
        return open;
    }

    private boolean belongs(CaseFile file, Audience audience) {
        Set<Role> roles = EnumSet.of(Role.INSPECTOR);
        roles.addAll(audience.roles());
        return caller.actingOnCase(roles, file.caseId(), file.place()).isPresent();
    }
}
