package org.zhengdun.cases;

/** How a case ended, apart from its state; only {@link #TRANSFORMED} counts as rectified. */
enum Outcome {
    /** Rectified. */
    TRANSFORMED,
    /** The branch was merged into another one. */
    MERGED,
    /** The branch was dissolved. */
    DISSOLVED,
    /** The branch was listed in error. */
    LISTED_IN_ERROR,
    /** Another reason, given in words. */
    OTHER
}
