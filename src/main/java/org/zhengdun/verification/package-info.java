/**
 * Verification: versioned checklists, acceptance checks with scores and ballots, their gates, look-backs.
 *
 * <p>Uses access, deadlines, organization, settings.
 */
@NullMarked
package org.zhengdun.verification;

import org.jspecify.annotations.NullMarked;
