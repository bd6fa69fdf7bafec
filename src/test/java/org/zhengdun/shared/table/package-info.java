@NullMarked
package org.zhengdun.shared.table;

import org.jspecify.annotations.NullMarked;
