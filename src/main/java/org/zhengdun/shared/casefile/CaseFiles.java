package org.zhengdun.shared.casefile;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.change.Change;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;

/** How a feature that adds parts to a case reaches it, under the one scope rule. */
public interface CaseFiles {

    /** The case, or 404 outside the caller's scope. */
    CaseFile read(long caseId);

    /**
     * Opens the case for a change of one of its parts, inside {@code Writes.run}: 404 outside the read scope, 403 when the
     * caller does not hold the permission here, 428 or 412 for the version, 409 when the case is in none of the states. The
     * version of the case rises with the transaction.
     *
     * @param states names of states in which the change is allowed
     */
    CaseFile change(long caseId, Permission permission, ChangeControl control, Set<String> states);

    /**
     * Opens the case to add something that changes nothing a caller may have read, inside {@code Writes.run}: as
     * {@link #change}, without a version to be based on.
     *
     * @param states names of states in which the addition is allowed
     */
    CaseFile add(long caseId, Permission permission, Set<String> states);

    /**
     * Opens the case, in whatever state, for somebody who hands in afterwards what he did while he was assigned to it, inside
     * {@code Writes.run}: 404 unless {@link Permission#outlastsAssignment()}. He reads nothing of the case any more.
     */
    CaseFile handIn(long caseId, Permission permission);

    /**
     * Leaves the change behind: an event in the timeline of the case, open to everybody who reads the case, and the audit
     * row.
     *
     * @param kind stable name of the event, for example {@code helper.assigned}
     * @return the version of the case after the change
     */
    default long record(CaseFile file, String kind, @Nullable String reason, Change change) {
        return record(file, new CaseNews(kind, reason, Audience.EVERYBODY), change);
    }

    /** As {@link #record(CaseFile, String, String, Change)}, for an event that not everybody may read. */
    long record(CaseFile file, CaseNews news, Change change);
}
