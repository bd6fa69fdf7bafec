/** Tests of the tree and of the facts of branches. */
@NullMarked
package org.zhengdun.organization;

import org.jspecify.annotations.NullMarked;
