package org.zhengdun.shared.casefile;

import org.jspecify.annotations.Nullable;

/**
 * What the timeline of a case says of a change.
 *
 * @param kind     stable name of the event, for example {@code helper.assigned}
 * @param reason   reason given by the caller
 * @param audience who reads the event
 */
public record CaseNews(String kind, @Nullable String reason, Audience audience) {}
