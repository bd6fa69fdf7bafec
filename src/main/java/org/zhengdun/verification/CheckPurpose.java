package org.zhengdun.verification;

import java.util.Set;

/** Why a check is held. */
enum CheckPurpose {
    /** The county's acceptance. */
    ACCEPTANCE("check.formed", "check.form", Set.of("ACCEPTANCE")),
    /** The unannounced check of a sampled case by a superior (docs/domain.md section 5). */
    SPOT_CHECK("spot-check.started", "spot-check.start", Set.of("TRANSFORMED", "CLOSED"));

    private final String formed;
    private final String forming;
    private final Set<String> states;

    CheckPurpose(String formed, String forming, Set<String> states) {
        this.formed = formed;
        this.forming = forming;
        this.states = states;
    }

    /** Kind of the timeline event when the team begins. */
    String formed() {
        return formed;
    }

    /** Name of that act in the audit trail. */
    String forming() {
        return forming;
    }

    /** States of the case in which such a check is formed and recorded. */
    Set<String> states() {
        return states;
    }
}
