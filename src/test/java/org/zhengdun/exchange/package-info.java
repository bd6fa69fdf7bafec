/** Tests of jobs and imports. */
@NullMarked
package org.zhengdun.exchange;

import org.jspecify.annotations.NullMarked;
