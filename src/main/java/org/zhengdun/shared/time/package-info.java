/** Injected clock and civil dates in Asia/Shanghai. */
@NullMarked
package org.zhengdun.shared.time;

import org.jspecify.annotations.NullMarked;
