package org.zhengdun.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who came to the popular assessment. */
@Embeddable
record Turnout(@Column(name = "invited") int invited, @Column(name = "present") int present,
        @Column(name = "party_members") int partyMembers, @Column(name = "invalid") int invalid) {

    static final Turnout NOBODY = new Turnout(0, 0, 0, 0);

    /** Party members / present: ballots are secret, so members are counted among those present. */
    Fraction partyMemberShare() {
        return Fraction.of(partyMembers, present);
    }
}
