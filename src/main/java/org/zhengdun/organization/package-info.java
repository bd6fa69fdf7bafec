/**
 * The tree of Party organizations: units, branches and their dated facts, the import of whole trees.
 *
 * <p>Uses no feature.
 */
@NullMarked
package org.zhengdun.organization;

import org.jspecify.annotations.NullMarked;
