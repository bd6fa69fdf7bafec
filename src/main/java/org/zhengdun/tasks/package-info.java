/**
 * The inbox: everything that waits for the caller over all cases, in one order (docs/tasks.md). Reads only.
 *
 * <p>Uses deadlines.
 */
@NullMarked
package org.zhengdun.tasks;

import org.jspecify.annotations.NullMarked;
