/**
 * Reminders and escalations: each rung of each open deadline fires exactly once, whatever the number of replicas
 * (docs/rungs.md).
 *
 * <p>Uses deadlines.
 */
@NullMarked
package org.zhengdun.reminders;

import org.jspecify.annotations.NullMarked;
