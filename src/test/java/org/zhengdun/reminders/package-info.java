/** Tests of the reminders feature. */
@NullMarked
package org.zhengdun.reminders;

import org.jspecify.annotations.NullMarked;
