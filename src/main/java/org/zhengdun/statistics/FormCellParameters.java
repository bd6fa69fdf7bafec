package org.zhengdun.statistics;

import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.web.AsOfParameter;

/** Which cell of a form, at which moment. */
class FormCellParameters {

    @QueryParam("unit")
    @NotNull
    @Parameter(description = "Unit whose subtree is counted")
    @Nullable
    Integer unit;

    @QueryParam("column")
    @NotNull
    @Parameter(description = "Number of the column")
    @Nullable
    Integer column;

    @QueryParam("row")
    @DefaultValue("TOTAL")
    @Parameter(description = "Row of the form")
    FormRow row = FormRow.TOTAL;

    @QueryParam("asOf")
    @Parameter(description = AsOfParameter.DESCRIPTION)
    @Nullable
    String asOf;

    int column() {
        return Objects.requireNonNull(column);
    }
}
