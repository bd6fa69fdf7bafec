/** Tests of the helpers feature. */
@NullMarked
package org.zhengdun.helpers;

import org.jspecify.annotations.NullMarked;
