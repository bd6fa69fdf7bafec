/**
 * What runs in the background for a caller: jobs with their progress and report, the import of the tree of org units.
 *
 * <p>Uses organization.
 */
@NullMarked
package org.zhengdun.exchange;

import org.jspecify.annotations.NullMarked;
