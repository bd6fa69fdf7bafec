package org.zhengdun.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row or column of a table of figures.
 *
 * @param code   stable name: code of a unit, category, kind or state, number of a round, month as YYYY-MM; NONE for the rest
 * @param unitId only on an axis of units
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CubeItem")
record CubeItem(String code, String label, @Nullable Integer unitId) {}
