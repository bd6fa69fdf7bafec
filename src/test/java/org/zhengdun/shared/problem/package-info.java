/** Tests of problem documents. */
@NullMarked
package org.zhengdun.shared.problem;

import org.jspecify.annotations.NullMarked;
