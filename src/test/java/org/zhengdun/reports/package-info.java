/** Tests of the reports feature. */
@NullMarked
package org.zhengdun.reports;

import org.jspecify.annotations.NullMarked;
