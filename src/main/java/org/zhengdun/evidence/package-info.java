/**
 * Evidence files of a case: uploads that are checked before they are kept, versions that are never overwritten, downloads under
 * the scope of the case; stored in a directory or an S3-compatible store.
 *
 * <p>Uses no feature.
 */
@NullMarked
package org.zhengdun.evidence;

import org.jspecify.annotations.NullMarked;
