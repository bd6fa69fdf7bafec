/**
 * Statistics over live data, the read side only: indicators defined once and counted over any two dimensions, now or as of a
 * past moment, with the rows behind each figure; the annual form for any unit and year.
 *
 * <p>Uses cases, deadlines, organization, rounds, settings.
 */
@NullMarked
package org.zhengdun.statistics;

import org.jspecify.annotations.NullMarked;
