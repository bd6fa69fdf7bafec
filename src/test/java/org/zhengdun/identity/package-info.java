/** Tests with the real identity provider. */
@NullMarked
package org.zhengdun.identity;

import org.jspecify.annotations.NullMarked;
