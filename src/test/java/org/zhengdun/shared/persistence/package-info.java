/** Tests of the kernel of reads. */
@NullMarked
package org.zhengdun.shared.persistence;

import org.jspecify.annotations.NullMarked;
