/** Tests of the deadlines feature. */
@NullMarked
package org.zhengdun.deadlines;

import org.jspecify.annotations.NullMarked;
