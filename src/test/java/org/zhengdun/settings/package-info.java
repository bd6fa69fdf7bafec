/** Tests of the settings feature. */
@NullMarked
package org.zhengdun.settings;

import org.jspecify.annotations.NullMarked;
