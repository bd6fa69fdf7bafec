@NullMarked
package org.zhengdun.snapshots;

import org.jspecify.annotations.NullMarked;
