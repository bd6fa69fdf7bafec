package org.zhengdun.exchange;

/** What a job does. */
enum JobKind {
    /** Imports a tree of org units. */
    ORG_IMPORT
}
