/** Tests of the opinions feature. */
@NullMarked
package org.zhengdun.opinions;

import org.jspecify.annotations.NullMarked;
