package org.zhengdun.rounds;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round in a list. */
@Schema(name = "RoundRow")
record RoundRow(long id, int unitId, String unitName, int year, String name, LocalDate startsOn, LocalDate endsOn,
        RoundState state) {}
