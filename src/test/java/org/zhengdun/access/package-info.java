/** Tests of the access feature. */
@NullMarked
package org.zhengdun.access;

import org.jspecify.annotations.NullMarked;
