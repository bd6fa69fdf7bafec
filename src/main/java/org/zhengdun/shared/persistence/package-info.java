/** Access to PostgreSQL shared by the features. */
@NullMarked
package org.zhengdun.shared.persistence;

import org.jspecify.annotations.NullMarked;
