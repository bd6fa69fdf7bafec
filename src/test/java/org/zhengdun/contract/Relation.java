package org.zhengdun.contract;

/** Where the target of a request lies, seen from the unit the caller has his grant on. */
enum Relation {
    /** The unit itself. */
    OWN,
    /** Directly below. */
    CHILD,
    /** Directly above. */
    PARENT,
    /** Beside, under the same parent. */
    SIBLING,
    /** Beside, with a code that begins with the code of the caller's unit. */
    PREFIX_SIBLING,
    /** In another county, with the name of the caller's unit. */
    SAME_NAME,
    /** In another province. */
    OTHER_PROVINCE,
    /** Beside, a case that is assigned to the caller in his role. */
    ASSIGNED,
    /** Below, closed. */
    CLOSED,
    /** No such object. */
    NONEXISTENT;

    boolean isInSubtree() {
        return this == OWN || this == CHILD || this == CLOSED;
    }
}
