/** Tests of the time kernel. */
@NullMarked
package org.zhengdun.shared.time;

import org.jspecify.annotations.NullMarked;
