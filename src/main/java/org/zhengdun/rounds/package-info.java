/**
 * Rounds of screening and rectification: opened for a year by a county or a superior, with the settings of that day.
 *
 * <p>Uses organization, settings.
 */
@NullMarked
package org.zhengdun.rounds;

import org.jspecify.annotations.NullMarked;
