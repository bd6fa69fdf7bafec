package org.zhengdun.cases;

/**
 * What decides about access to a case and its moves.
 *
 * @param place ids from the root to the responsible unit
 */
@SuppressWarnings("ArrayRecordComponent")
record CaseKey(long caseId, CaseState state, int[] place, long proposedBy, long version) {}
