package org.zhengdun.shared.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Where grants come from: the access feature reads them from the database on each request. */
public interface CallerGrants {

    Optional<Account> find(String issuer, String subject, Instant at);

    /** Assigned roles on single cases that ended after the moment and do not run now. */
    List<Ended> ended(long accountId, Instant after, Instant now);

    /** Whether a grant or assignment that was active at the moment is not active now. */
    boolean hasLost(long accountId, Instant since, Instant now);

    /** An account with its grants that are active now and the cases it is assigned to now. */
    record Account(long accountId, String name, List<Grant> grants, List<Assignment> assignments) {}

    /**
     * A role on a subtree.
     *
     * @param department the county department it is held for; empty for every other role
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Grant(long grantId, Role role, Optional<String> department, int[] path, Instant validFrom,
            @Nullable Instant validTo) {}

    /** An assigned role on one case that has ended. */
    record Ended(Role role, long caseId, int unitId, Instant endedAt) {}

    /** An assigned role on one case. */
    record Assignment(Role role, long caseId, int unitId) {}
}
