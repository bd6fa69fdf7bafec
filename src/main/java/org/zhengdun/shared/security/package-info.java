/** Who calls and what part of the org tree he covers: roles, permissions, grants, scope. */
@NullMarked
package org.zhengdun.shared.security;

import org.jspecify.annotations.NullMarked;
