/**
 * Helpers of a case: who was assigned as what from when to when, the helper template, release only by the rule; their visits
 * and the attendance of first secretaries.
 *
 * <p>Uses access, evidence, organization, settings.
 */
@NullMarked
package org.zhengdun.helpers;

import org.jspecify.annotations.NullMarked;
