/**
 * The audit trail: one append-only row per change, written in the transaction of the change.
 *
 * <p>Uses access.
 */
@NullMarked
package org.zhengdun.audit;

import org.jspecify.annotations.NullMarked;
