package org.zhengdun.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row that a figure counts.
 *
 * @param kind what it is
 * @param unit name of the unit that it belonged to at the moment of the figure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FigureRow")
record FigureRow(String kind, long id, @Nullable Long caseId, String label, int unitId, String unit) {}
