package org.zhengdun.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A member of the acceptance team. */
@Embeddable
record TeamMember(@Column(name = "account_id") long accountId, @Column(name = "name") String name,
        @Column(name = "post") String post, @Column(name = "unit") String unit,
        @Column(name = "leader") boolean leader) {}
