/** The change record that every write leaves in its own transaction. */
@NullMarked
package org.zhengdun.shared.change;

import org.jspecify.annotations.NullMarked;
