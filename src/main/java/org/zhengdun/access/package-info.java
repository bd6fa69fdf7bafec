/**
 * Accounts and grants: who holds which role on which subtree, {@code /me}, administration of grants.
 *
 * <p>Uses catalogue, organization.
 */
@NullMarked
package org.zhengdun.access;

import org.jspecify.annotations.NullMarked;
