/** The local stack of the one-command start and of the tests: embedded PostgreSQL, identity provider. Not for production. */
@NullMarked
package org.zhengdun.local;

import org.jspecify.annotations.NullMarked;
