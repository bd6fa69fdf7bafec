/** Tests of the rounds feature. */
@NullMarked
package org.zhengdun.rounds;

import org.jspecify.annotations.NullMarked;
