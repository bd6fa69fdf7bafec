/** Tests of the contract as a whole: the committed file, its rules, rights and tokens over all operations. */
@NullMarked
package org.zhengdun.contract;

import org.jspecify.annotations.NullMarked;
