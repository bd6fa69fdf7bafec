package org.zhengdun.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

/** Writes the annual form as a CSV file that spreadsheet programs open with its Chinese headers right. */
@Provider
@Produces(AnnualFormCsv.MEDIA_TYPE)
class AnnualFormCsv implements MessageBodyWriter<AnnualForm> {

    static final String MEDIA_TYPE = "text/csv";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == AnnualForm.class;
    }

    @Override
    public void writeTo(AnnualForm form, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8");
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"annual-form-%s-%d.csv\"".formatted(fileSafe(form.unit().code()), form.year()));
        out.write(text(form).getBytes(StandardCharsets.UTF_8));
    }

    static String text(AnnualForm form) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(header());
        form.rows().forEach(row -> text.append(line(form, row)));
        return text.toString();
    }

    private static CsvLine header() {
        List<String> cells = new ArrayList<>(List.of("党组织代码", "党组织", "年度", "数据截至", "类别"));
        FormColumns.ALL.forEach(column -> cells.add(column.number() + " " + column.chinese()));
        return new CsvLine(cells);
    }

    private static CsvLine line(AnnualForm form, AnnualForm.Line row) {
        List<String> cells = new ArrayList<>(List.of(form.unit().code(), form.unit().name(),
                String.valueOf(form.year()), form.dataAsOf().toString(), row.row().chinese()));
        row.cells().forEach(cell -> cells.add(String.valueOf(cell.value())));
        return new CsvLine(cells);
    }

    private static String fileSafe(String code) {
        return code.replaceAll("[^0-9A-Za-z_-]", "_");
    }
}
