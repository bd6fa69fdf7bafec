/** Rectification of weak and lax grassroots Party branches: one package per feature. */
@NullMarked
package org.zhengdun;

import org.jspecify.annotations.NullMarked;
