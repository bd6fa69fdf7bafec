/** Tests of the Helm chart. */
@NullMarked
package org.zhengdun.deployment;

import org.jspecify.annotations.NullMarked;
