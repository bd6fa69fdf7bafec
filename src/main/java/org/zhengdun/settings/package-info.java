/**
 * Settings inherited from the nation over province and city to the county; the nearest unit that sets a value wins.
 *
 * <p>Uses organization.
 */
@NullMarked
package org.zhengdun.settings;

import org.jspecify.annotations.NullMarked;
