package org.zhengdun.verification;

/** State of a checklist edition. */
enum ChecklistState {
    /** Being written. */
    DRAFT,
    /** In force and immutable. */
    PUBLISHED
}
