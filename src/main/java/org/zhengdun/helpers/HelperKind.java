package org.zhengdun.helpers;

/** What somebody helps as; the template of a case asks for some of these. */
enum HelperKind {
    /** County leader linked with the branch (联村县级领导). */
    COUNTY_LEADER,
    /** Township leader in charge (包村乡镇领导). */
    TOWNSHIP_LEADER,
    /** Resident first secretary (驻村第一书记). */
    FIRST_SECRETARY,
    /** Resident work team (驻村工作队). */
    WORK_TEAM,
    /** Paired unit (结对帮扶单位). */
    PAIRED_UNIT,
    /** Resident cadre (驻村干部). */
    RESIDENT_CADRE;

    /** Whether the helper is a unit as a whole and needs no name. */
    boolean isUnit() {
        return this == PAIRED_UNIT;
    }
}
