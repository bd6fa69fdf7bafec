/** An object that exists only to try the kernel through HTTP; not part of the contract. */
@NullMarked
package org.zhengdun.probe;

import org.jspecify.annotations.NullMarked;
