package org.zhengdun.organization;

/** Level that trained the secretary, from the lowest to the highest. */
public enum TrainingLevel {
    /** By the township. */
    TOWNSHIP,
    /** By the county. */
    COUNTY,
    /** By the city. */
    CITY,
    /** By the province. */
    PROVINCE,
    /** By a national school. */
    NATION
}
