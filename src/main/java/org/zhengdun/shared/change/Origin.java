package org.zhengdun.shared.change;

import org.jspecify.annotations.Nullable;

/** The request that a change goes back to. */
public record Origin(String traceId, @Nullable String clientAddress) {}
