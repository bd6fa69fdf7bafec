/**
 * The small kernel: problem documents, the write kernel, paging, access scope, time.
 *
 * <p>Uses no feature.
 */
@NullMarked
package org.zhengdun.shared;

import org.jspecify.annotations.NullMarked;
