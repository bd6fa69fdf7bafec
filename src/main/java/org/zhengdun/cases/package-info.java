/**
 * The heart: one listing of one branch from nomination to closing, with its problems, measures, evidence and timeline.
 *
 * <p>Uses access, catalogue, deadlines, helpers, organization, rounds, settings, verification.
 */
@NullMarked
package org.zhengdun.cases;

import org.jspecify.annotations.NullMarked;
