package org.zhengdun.verification;

/** By what a population is stratified. */
enum SampleStratum {
    /** The county of the branch, by its code. */
    COUNTY,
    /** The kind of the branch. */
    BRANCH_KIND
}
