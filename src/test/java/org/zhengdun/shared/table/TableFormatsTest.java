package org.zhengdun.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

class TableFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule()).disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final Dataset DATA = data("县", "12.50", Map.of(3, Dataset.SUPPRESSED));

    @Test
    void writesLinesDownAndTheLastDimensionAcross() {
        assertThat(CsvWriter.text(DATA)).isEqualTo("""
                \uFEFF党组织代码,党组织,年度,数据截至,列入,转化率\r
                370,县,2025,2026-03-01T00:00:00Z,4,12.50\r
                370,县,2026,2026-03-01T00:00:00Z,,*\r
                """);
    }

    @Test
    void neverStartsAFormula() throws IOException {
        Dataset hostile = data("＝HYPERLINK(\"x\")", "1", Map.of());
        assertThat(CsvWriter.text(hostile)).contains(",\"'＝HYPERLINK(\"\"x\"\")\",");
        byte[] book = XlsxWriter.bytes(hostile);
        assertThat(Workbooks.sheet(book, 0).get(1)).contains("'＝HYPERLINK(\"x\")");
        assertThat(Workbooks.formulas(book, 0)).isEmpty();
        assertThat(Workbooks.formulas(book, 1)).isEmpty();
    }

    @Test
    void writesNumbersAsNumbersIntoTheWorkbook() throws IOException {
        List<List<Object>> sheet = Workbooks.sheet(XlsxWriter.bytes(DATA), 0);
        assertThat(sheet.get(0)).containsExactly("党组织代码", "党组织", "年度", "数据截至", "列入", "转化率");
        assertThat(sheet.get(1).subList(0, 4)).containsExactly("370", "县", "2025", "2026-03-01T00:00:00Z");
        assertThat(sheet.get(1).get(4)).isInstanceOf(BigDecimal.class);
        assertThat((BigDecimal) sheet.get(1).get(5)).isEqualByComparingTo("12.5");
        assertThat(sheet.get(2).subList(4, 6)).containsExactly("", "*");
    }

    @Test
    void saysOnTheSecondSheetWhatTheFiguresAreAbout() throws IOException {
        assertThat(Workbooks.sheet(XlsxWriter.bytes(DATA), 1)).containsExactly(List.of("标题", "整顿情况"),
                List.of("党组织", "县"), List.of("党组织代码", "370"), List.of("数据截至", "2026-03-01T00:00:00Z"),
                List.of("计算时间", "2026-03-01T00:00:01Z"), List.of("*", "数值过小，依规不予显示"));
    }

    @Test
    void writesJsonStat() throws IOException {
        String text = JSON.writeValueAsString(JsonStat.of(DATA));
        assertThat(JsonStatRules.breaches(text)).isEmpty();
        assertThat(JSON.readTree(text)).isEqualTo(JSON.readTree("""
                {"version": "2.0", "class": "dataset", "label": "整顿情况", "updated": "2026-03-01T00:00:00Z",
                 "id": ["unit", "year", "measure"], "size": [1, 2, 2],
                 "role": {"geo": ["unit"], "metric": ["measure"], "time": ["year"]},
                 "dimension": {
                   "unit": {"label": "党组织", "category": {"index": ["370"], "label": {"370": "县"}}},
                   "year": {"label": "年度", "category": {"index": ["2025", "2026"],
                                                       "label": {"2025": "2025", "2026": "2026"}}},
                   "measure": {"label": "指标", "category": {"index": ["listed", "rate"],
                                                          "label": {"listed": "列入", "rate": "转化率"}}}},
                 "value": [4, 12.50, null, null], "status": {"3": "suppressed"},
                 "extension": {"computedAt": "2026-03-01T00:00:01Z"}}"""));
    }

    @Test
    void findsWhatIsNotJsonStat() throws IOException {
        String text = JSON.writeValueAsString(JsonStat.of(DATA));
        assertThat(JsonStatRules.breaches(text.replace("\"size\":[1,2,2]", "\"size\":[1,2,3]"))).isNotEmpty();
        assertThat(JsonStatRules.breaches(text.replace("\"2.0\"", "\"1.0\""))).isNotEmpty();
        assertThat(JsonStatRules.breaches(text.replace("\"updated\":", "\"changed\":"))).isNotEmpty();
    }

    @Test
    void namesTheFileWithoutWhatAHeaderCouldMisread() {
        TableFile file = TableFile.of(data("县", "1", Map.of()), TableFormat.CSV, new ObjectMapper());
        assertThat(file.name()).isEqualTo("form-3_7_0-2026.csv");
        assertThat(file.type()).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void tellsColumnsOfOneNameApartByTheirCode() {
        Dimension units = new Dimension("unit", "党组织", Role.GEO,
                List.of(new Category("1", "东村"), new Category("2", "东村")));
        Dataset twins = new Dataset("x", "x", Instant.EPOCH, Instant.EPOCH, List.of(units),
                List.of(BigDecimal.ONE, BigDecimal.TEN), Map.of());
        assertThat(CsvWriter.text(twins)).contains("东村（1）,东村（2）\r\n1970-01-01T00:00:00Z,1,10\r\n");
        assertThat(CsvWriter.text(twins).getBytes(StandardCharsets.UTF_8)).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void refusesADatasetWithHoles() {
        assertThatThrownBy(() -> new Dataset("x", "x", Instant.EPOCH, Instant.EPOCH, DATA.dimensions(),
                List.of(BigDecimal.ONE), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** The checker does not read the annotation of the type argument from a class file. */
    @SuppressWarnings("NullAway")
    private static Dataset data(String unit, String rate, Map<Integer, String> status) {
        List<@Nullable BigDecimal> values = Arrays.asList(BigDecimal.valueOf(4), new BigDecimal(rate), null, null);
        return new Dataset("form-3/7\r0-2026", "整顿情况", Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-01T00:00:01Z"),
                List.of(new Dimension("unit", "党组织", Role.GEO, List.of(new Category("370", unit))),
                        new Dimension("year", "年度", Role.TIME,
                                List.of(new Category("2025", "2025"), new Category("2026", "2026"))),
                        new Dimension("measure", "指标", Role.METRIC,
                                List.of(new Category("listed", "列入"), new Category("rate", "转化率")))),
                values, status);
    }
}
