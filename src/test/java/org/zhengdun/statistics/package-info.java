@NullMarked
package org.zhengdun.statistics;

import org.jspecify.annotations.NullMarked;
