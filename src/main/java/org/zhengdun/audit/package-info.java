/**
 * The audit trail: one append-only row per change, written in the transaction of the change, and per read of restricted
 * data; rows are sealed into hash chains that anybody can verify (docs/audit.md).
 *
 * <p>Uses access, organization.
 */
@NullMarked
package org.zhengdun.audit;

import org.jspecify.annotations.NullMarked;
