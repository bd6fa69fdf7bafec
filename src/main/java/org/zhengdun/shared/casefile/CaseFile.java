package org.zhengdun.shared.casefile;

import org.zhengdun.shared.security.Acting;

/**
 * A case that the caller may see or change.
 *
 * @param place  ids from the root to the responsible unit
 * @param acting who acts and as what; for a read, in the role that lets him read
 */
@SuppressWarnings("ArrayRecordComponent")
public record CaseFile(long caseId, String number, String state, int branchId, String branchKind, long roundId,
        int[] place, long version, Acting acting) {

    /** The same file with another signature of the same person. */
    public CaseFile as(Acting other) {
        return new CaseFile(caseId, number, state, branchId, branchKind, roundId, place, version, other);
    }
}
