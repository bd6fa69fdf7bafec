package org.zhengdun.shared.web;

import org.jspecify.annotations.Nullable;

/** An answer as JSON text, written unchanged, so that a replay equals the first answer byte for byte. */
record StoredAnswer(int status, @Nullable String etag, @Nullable String location, String body, boolean replayed) {}
