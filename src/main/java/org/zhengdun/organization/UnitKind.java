package org.zhengdun.organization;

/** Level of a Party organization, from the highest to the lowest. */
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
    /** Any other committee, for example a general branch between township and branch; may nest. */
    COMMITTEE,
    /** Grassroots branch, the unit that is screened and rectified; a leaf. */
    BRANCH;

    /** Whether a branch below a unit of this kind has a township above it, or a committee that stands for one. */
    boolean givesATownship() {
        return compareTo(TOWNSHIP) >= 0;
    }

    /** Whether a unit of this kind may be the parent of one of that kind. */
    public boolean mayContain(UnitKind child) {
        return ordinal() < child.ordinal() || (this == COMMITTEE && child == COMMITTEE);
    }
}
