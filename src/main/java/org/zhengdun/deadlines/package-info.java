/**
 * Due dates: one row per obligation with the arithmetic, the changes and the end of its date; calendars of working days.
 *
 * <p>Uses organization, settings.
 */
@NullMarked
package org.zhengdun.deadlines;

import org.jspecify.annotations.NullMarked;
