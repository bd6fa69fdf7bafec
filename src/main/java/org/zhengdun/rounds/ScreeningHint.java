package org.zhengdun.rounds;

/** What the facts of a branch suggest to look at (docs/domain.md section 3); a hint, not a verdict. */
enum ScreeningHint {
    /** The secretary's post has been vacant longer than the settings of the round bear. */
    SECRETARY_VACANT_LONG,
    /** The secretary is to be replaced. */
    SECRETARY_TO_REPLACE
}
