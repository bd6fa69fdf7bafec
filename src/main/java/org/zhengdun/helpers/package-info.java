/**
 * Helpers of a case: who was assigned as what from when to when, the helper template, release only by the rule.
 *
 * <p>Uses access, settings.
 */
@NullMarked
package org.zhengdun.helpers;

import org.jspecify.annotations.NullMarked;
