/** What the API tests share. */
@NullMarked
package org.zhengdun.support;

import org.jspecify.annotations.NullMarked;
