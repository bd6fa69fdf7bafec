package org.zhengdun.rounds;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.security.Mask;

/**
 * A round.
 *
 * @param settings what ruled the unit on the day the round was opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RoundDetail")
record RoundDetail(long id, int unitId, String unitName, int year, String name, LocalDate startsOn, LocalDate endsOn,
        RoundState state, Settings settings, String openedBy, Instant openedAt, @Nullable Instant closedAt) {

    /** The round as machines that pull statistics see it, without names of persons. */
    RoundDetail withoutPerson() {
        return new RoundDetail(id, unitId, unitName, year, name, startsOn, endsOn, state, settings, Mask.TEXT, openedAt,
                closedAt);
    }
}
