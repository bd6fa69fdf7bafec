/** Tests of what every endpoint shares. */
@NullMarked
package org.zhengdun.shared.web;

import org.jspecify.annotations.NullMarked;
