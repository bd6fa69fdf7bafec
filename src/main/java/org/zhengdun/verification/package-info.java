/**
 * Verification: versioned checklists, acceptance and spot checks with scores and ballots, their gates, samples,
 * look-backs.
 *
 * <p>Uses access, deadlines, organization, settings.
 */
@NullMarked
package org.zhengdun.verification;

import org.jspecify.annotations.NullMarked;
