package org.zhengdun.cases;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands with its superiors.
 *
 * @param years               in how many years the case was counted
 * @param accountabilityAlerts how many of these counts called for accountability
 * @param relisted            whether the branch was listed before, within the years that the settings name
 * @param supervision         the running supervision
 * @param supervisionSuggested why the case should be supervised; empty when it should not or already is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseStanding")
record CaseStanding(int years, int accountabilityAlerts, boolean relisted, @Nullable SupervisionRow supervision,
        List<SupervisionSuggestion.Because> supervisionSuggested) {

    static final CaseStanding NEW = new CaseStanding(1, 0, false, null, List.of());

    /** The same without the reasons, one of which is a restricted category (ADR 24). */
    CaseStanding withoutSuggestions() {
        return new CaseStanding(years, accountabilityAlerts, relisted, supervision, List.of());
    }
}
