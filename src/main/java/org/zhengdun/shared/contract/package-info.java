/** Completes the generated OpenAPI contract with what the conventions of the service imply, at build time. */
@NullMarked
package org.zhengdun.shared.contract;

import org.jspecify.annotations.NullMarked;
