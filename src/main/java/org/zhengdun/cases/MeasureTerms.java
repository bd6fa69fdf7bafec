package org.zhengdun.cases;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What a measure is: its kind, its text, who does it and when. */
record MeasureTerms(Measure.Kind kind, String description, @Nullable String doers, LocalDate startsOn,
        LocalDate dueOn) {}
