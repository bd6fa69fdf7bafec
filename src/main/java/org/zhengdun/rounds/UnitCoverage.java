package org.zhengdun.rounds;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Active branches under a unit, and how many of them were screened with which result. */
@Schema(name = "UnitCoverage")
public record UnitCoverage(int unitId, String unitName, int branches, int screened, int normal, int watch, int weak) {

    @JsonProperty
    @Schema(required = true)
    public int notScreened() {
        return branches - screened;
    }
}
