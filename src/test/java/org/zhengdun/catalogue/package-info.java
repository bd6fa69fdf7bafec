/** Tests of the catalogue feature. */
@NullMarked
package org.zhengdun.catalogue;

import org.jspecify.annotations.NullMarked;
