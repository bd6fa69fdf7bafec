/**
 * The catalogue of problem categories: national ones that are fixed, local ones that map to them or to none, all versioned.
 *
 * <p>Uses organization.
 */
@NullMarked
package org.zhengdun.catalogue;

import org.jspecify.annotations.NullMarked;
