/** Tests of evidence files. */
@NullMarked
package org.zhengdun.evidence;

import org.jspecify.annotations.NullMarked;
