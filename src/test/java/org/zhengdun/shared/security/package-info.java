/** Tests of scopes and callers. */
@NullMarked
package org.zhengdun.shared.security;

import org.jspecify.annotations.NullMarked;
