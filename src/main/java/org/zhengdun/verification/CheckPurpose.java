package org.zhengdun.verification;

import java.util.EnumSet;
import java.util.Set;

import org.zhengdun.shared.casefile.Audience;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;

/** Why a check is held. */
enum CheckPurpose {
    /** The county's acceptance. */
    ACCEPTANCE("check.formed", "check.form", Set.of("ACCEPTANCE"), Permission.CHECK_FORM, Audience.COUNTY),
    /** The unannounced check of a sampled case by a superior (docs/domain.md section 5). */
    SPOT_CHECK("spot-check.started", "spot-check.start", Set.of("TRANSFORMED", "CLOSED"), Permission.SPOT_CHECK_START,
            Audience.CITY);

    private final String formed;
    private final String forming;
    private final Set<String> states;
    private final Permission formedWith;
    private final Audience audience;

    CheckPurpose(String formed, String forming, Set<String> states, Permission formedWith, Audience audience) {
        this.formed = formed;
        this.forming = forming;
        this.states = states;
        this.formedWith = formedWith;
        this.audience = audience;
    }

    /** Kind of the timeline event when the team begins. */
    String formed() {
        return formed;
    }

    /** Name of that act in the audit trail. */
    String forming() {
        return forming;
    }

    /** What forming such a check needs, and with it replacing its team or giving it up. */
    Permission formedWith() {
        return formedWith;
    }

    /** Who reads in the timeline what the team records before it is finished. */
    Audience audience() {
        return audience;
    }

    /** Who reads what is recorded before it is finished: the checking level and the team. */
    Set<Role> seenBy() {
        Set<Role> roles = EnumSet.of(Role.INSPECTOR);
        roles.addAll(audience.roles());
        return roles;
    }

    /** States of the case in which such a check is formed and recorded. */
    Set<String> states() {
        return states;
    }
}
