/**
 * The tree of Party organizations: units of today and of a day, their moves and ends, branches and
 * their dated facts.
 *
 * <p>Uses no feature.
 */
@NullMarked
package org.zhengdun.organization;

import org.jspecify.annotations.NullMarked;
