/** Tests of the audit feature. */
@NullMarked
package org.zhengdun.audit;

import org.jspecify.annotations.NullMarked;
