/**
 * Monthly reports of townships (docs/domain.md section 1): one for each round and month, with figures that the service
 * counts and freezes.
 *
 * <p>Uses deadlines, organization, rounds, settings.
 */
@NullMarked
package org.zhengdun.reports;

import org.jspecify.annotations.NullMarked;
