/** Problem documents (RFC 9457): the catalogue of types, the one domain exception and its mapping to HTTP. */
@NullMarked
package org.zhengdun.shared.problem;

import org.jspecify.annotations.NullMarked;
