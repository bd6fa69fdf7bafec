package org.zhengdun.catalogue;

/** The four kinds of weakness (软散乱穷). */
public enum CategoryGroup {
    /** Weak leadership (软). */
    WEAK,
    /** Lax organization life (散). */
    LAX,
    /** Disorder (乱). */
    DISORDERLY,
    /** Poor or under-provided (穷). */
    POOR,
    /** None of the four. */
    NONE
}
