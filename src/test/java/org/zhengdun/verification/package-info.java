/** Tests of the verification feature. */
@NullMarked
package org.zhengdun.verification;

import org.jspecify.annotations.NullMarked;
