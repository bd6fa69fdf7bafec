/** Tables of figures and the formats they are read in: CSV, XLSX and JSON-stat 2.0 by {@code Accept}. */
@NullMarked
package org.zhengdun.shared.table;

import org.jspecify.annotations.NullMarked;
