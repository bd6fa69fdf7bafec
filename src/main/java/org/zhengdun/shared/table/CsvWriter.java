package org.zhengdun.shared.table;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

/** Writes a table as a CSV file that spreadsheet programs open with its Chinese headers right. */
@Provider
@Produces(TableFormat.CSV)
class CsvWriter implements MessageBodyWriter<Tabular> {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Tabular table, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        Dataset dataset = table.toDataset();
        TableHeaders.file(headers, TableFormat.CSV + ";charset=UTF-8", dataset.fileName("csv"));
        out.write(text(dataset).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Dataset dataset) {
        TableLines lines = new TableLines(dataset);
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(new CsvLine(lines.header()));
        lines.forEach(line -> text.append(csv(line)));
        return text.toString();
    }

    private static CsvLine csv(TableLines.Line line) {
        List<String> cells = new ArrayList<>(line.texts());
        line.figures().forEach(
                figure -> cells.add(figure.value() == null ? figure.mark() : figure.value().toPlainString()));
        return new CsvLine(cells);
    }
}
