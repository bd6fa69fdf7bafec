package org.zhengdun.shared.web;

import org.jspecify.annotations.Nullable;

/** An answer as bytes, as it was first given and as it is replayed. */
@SuppressWarnings("ArrayRecordComponent")
record StoredAnswer(int status, @Nullable String etag, @Nullable String location, byte[] body, boolean replayed) {}
