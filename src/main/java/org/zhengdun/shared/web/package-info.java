/** What every endpoint shares: strict JSON, paging by keyset cursors, entity tags, idempotent writes, dry runs. */
@NullMarked
package org.zhengdun.shared.web;

import org.jspecify.annotations.NullMarked;
