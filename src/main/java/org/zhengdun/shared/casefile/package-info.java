/** The door to a case for the features that add parts to it; the cases feature is behind it. */
@NullMarked
package org.zhengdun.shared.casefile;

import org.jspecify.annotations.NullMarked;
