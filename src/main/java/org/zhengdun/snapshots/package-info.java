/**
 * Figures frozen for a unit and a period (docs/domain.md section 6): what was published stays, a correction is a further
 * revision.
 *
 * <p>Uses organization, statistics.
 */
@NullMarked
package org.zhengdun.snapshots;

import org.jspecify.annotations.NullMarked;
