package org.zhengdun.verification;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the spot checks of a county agree with its acceptances. */
@Schema(name = "AgreementRow")
record AgreementRow(int countyId, String countyName,
        @Schema(description = "Completed spot checks of cases whose acceptance kept its verdict") int checked,
        @Schema(description = "Spot checks with the verdict of the acceptance, of all") Fraction.Share sameVerdict,
        @Schema(description = "Cases that passed acceptance and failed the spot check, of all") Fraction.Share overturned,
        @Schema(description = "Sum of spot-check score minus acceptance score") BigDecimal scoreDifferenceSum,
        @Schema(description = "The sum by the number checked, rounded half up to two decimals") BigDecimal scoreDifferenceMean,
        @Schema(description = "The pairs behind the figures") List<Pair> pairs) {

    /** One case with both checks. */
    @Schema(name = "AgreementPair")
    record Pair(long caseId, long acceptanceCheckId, long spotCheckId, boolean acceptancePassed,
            boolean spotCheckPassed, BigDecimal acceptanceScore, BigDecimal spotCheckScore) {

        BigDecimal difference() {
            return spotCheckScore.subtract(acceptanceScore);
        }

        boolean agrees() {
            return acceptancePassed == spotCheckPassed;
        }
    }
}
