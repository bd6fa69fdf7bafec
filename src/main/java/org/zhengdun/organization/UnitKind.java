package org.zhengdun.organization;

/** Level of a Party organization. */
public enum UnitKind {
    /** Root of the national tree. */
    NATION,
    /** Province, autonomous region or municipality. */
    PROVINCE,
    /** Prefecture-level city. */
    CITY,
    /** County, county-level city or district. */
    COUNTY,
    /** Township, town or street. */
    TOWNSHIP,
    /** Any other committee, for example a general branch between township and branch. */
    COMMITTEE,
    /** Grassroots branch, the unit that is screened and rectified. */
    BRANCH
}
