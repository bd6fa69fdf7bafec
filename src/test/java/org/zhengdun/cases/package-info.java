/** Tests of the life of a case. */
@NullMarked
package org.zhengdun.cases;

import org.jspecify.annotations.NullMarked;
