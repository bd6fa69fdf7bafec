/** Tests of the tasks feature. */
@NullMarked
package org.zhengdun.tasks;

import org.jspecify.annotations.NullMarked;
