package org.zhengdun.opinions;

/** What a department says to a nomination (docs/domain.md section 4, rule 3). */
enum Answer {
    /** The branch should be listed. */
    AGREE,
    /** The branch should not be listed; the text says why. */
    DISAGREE,
    /** Facts or problems to be added; the text says which. */
    SUPPLEMENT
}
