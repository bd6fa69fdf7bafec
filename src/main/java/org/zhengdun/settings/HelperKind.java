package org.zhengdun.settings;

/** What a helper is to a case; the template says which of them a branch must have. */
public enum HelperKind {
    /** Leader of the county who is linked to the branch (联系领导). */
    COUNTY_LEADER,
    /** Leader of the township who is responsible for the branch (包村领导). */
    TOWNSHIP_LEADER,
    /** First secretary sent to the branch (第一书记). */
    FIRST_SECRETARY,
    /** Work team that lives in the village (驻村工作队). */
    WORK_TEAM,
    /** Agency or enterprise that is paired with the branch (结对单位). */
    PAIRED_UNIT,
    /** Cadre who lives in the village. */
    RESIDENT_CADRE;

    /** Whether the helper is a unit as a whole and needs no name. */
    public boolean isUnit() {
        return this == PAIRED_UNIT;
    }
}
