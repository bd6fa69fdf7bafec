package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.Messages;

class IndicatorsTest {

    private static final Path PAGE = Path.of("docs/indicators.md");
    private static final Path EXPECTED = Path.of("target/indicators.md");

    @Test
    void namesNoIndicatorTwice() {
        assertThat(Indicators.ALL).extracting(Indicator::code).doesNotHaveDuplicates().allMatch(
                code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(Indicators.ALL).extracting(indicator -> indicator.labels().zh()).doesNotHaveDuplicates();
        assertThat(Indicators.ALL).extracting(indicator -> indicator.labels().en()).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryRateADenominatorAndEverySpreadANumberPerRow() {
        assertThat(Indicators.ALL).allSatisfy(indicator -> {
            boolean counts = indicator.kind() == IndicatorKind.COUNT || indicator.kind() == IndicatorKind.RATE;
            boolean rate = indicator.kind() == IndicatorKind.RATE || indicator.kind() == IndicatorKind.SHARE;
            assertThat(indicator.denominator() != null).isEqualTo(rate);
            assertThat(indicator.numerator().value() != null).isEqualTo(!counts);
        });
    }

    /** On failure copy target/indicators.md over docs/indicators.md and review the difference. */
    @Test
    void docsSayWhatTheIndicatorsCount() throws IOException {
        String expected = IndicatorPage.text(dimension -> label(Locale.SIMPLIFIED_CHINESE, dimension),
                dimension -> label(Locale.ENGLISH, dimension));
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, expected);
        assertThat(PAGE).content().isEqualTo(expected);
    }

    private static String label(Locale locale, Dimension dimension) {
        return Messages.text(locale, Message.of("dimension." + dimension.code()));
    }

    /** What reads only restricted rows must be marked: external clients get no axis of it. */
    @Test
    void marksEveryIndicatorOfRestrictedRows() {
        Scene scene = new Scene(new Unit(1, "1", "n", UnitKind.NATION, null, new int[]{1}, null), new Span.OfYear(2026),
                AsOf.NOW);
        assertThat(Indicators.ALL).allSatisfy(indicator -> assertThat(indicator.restricted()).as(
                indicator.code()).isEqualTo(
                        indicator.parts().stream().anyMatch(
                                part -> (part.source().from().apply(scene) + part.predicate()).matches(
                                        "(?s).*(restricted|VIOLATION).*"))));
    }
}
