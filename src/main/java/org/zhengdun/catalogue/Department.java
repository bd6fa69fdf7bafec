package org.zhengdun.catalogue;

/** Departments of a county that lead or support the work on a problem. */
public enum Department {
    /** Organization department (组织). */
    ORGANIZATION,
    /** Discipline inspection (纪检监察). */
    DISCIPLINE,
    /** Political and legal affairs (政法). */
    POLITICAL_LEGAL,
    /** Police (公安). */
    POLICE,
    /** United front (统战). */
    UNITED_FRONT,
    /** Civil affairs (民政). */
    CIVIL_AFFAIRS,
    /** Agriculture and rural affairs (农业农村). */
    AGRICULTURE,
    /** Audit (审计). */
    AUDIT,
    /** Petitions (信访). */
    PETITION,
    /** Finance (财政). */
    FINANCE
}
