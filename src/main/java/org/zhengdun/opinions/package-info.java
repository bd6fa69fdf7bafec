/**
 * Opinions of county departments on a nomination under review: asked for by the county, given once, hidden from township and
 * branch until the decision.
 *
 * <p>Uses catalogue, organization, rounds, settings.
 */
@NullMarked
package org.zhengdun.opinions;

import org.jspecify.annotations.NullMarked;
