/**
 * Statistics over live data, the read side only: the annual form for any unit and year.
 *
 * <p>Uses organization.
 */
@NullMarked
package org.zhengdun.statistics;

import org.jspecify.annotations.NullMarked;
