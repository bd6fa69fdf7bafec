package org.zhengdun.deadlines;

import org.jspecify.annotations.Nullable;

/**
 * What is due, and where; one deadline per kind and subject.
 *
 * @param subjectId id of the measure, look-back, case, report or opinion
 * @param caseId    the case it belongs to, whose responsible unit is responsible; null for an obligation of a unit
 * @param unitId    the responsible unit when there is no case
 * @param warnDays  days before the due date from which its light is yellow
 */
public record Obligation(DeadlineKind kind, long subjectId, @Nullable Long caseId, @Nullable Integer unitId,
        int warnDays) {

    /** An obligation inside a case. */
    public static Obligation ofCase(DeadlineKind kind, long subjectId, long caseId, int warnDays) {
        return new Obligation(kind, subjectId, caseId, null, warnDays);
    }

    /** An obligation of a unit outside of any case. */
    public static Obligation ofUnit(DeadlineKind kind, long subjectId, int unitId, int warnDays) {
        return new Obligation(kind, subjectId, null, unitId, warnDays);
    }
}
