package org.zhengdun.shared.table;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A table as a file.
 *
 * @param type    its media type with the character set
 * @param content a text, or bytes where the format is no text: the framework writes each of them as it is
 */
public record TableFile(String name, String type, Object content) {

    /** The file in one of the formats of {@link TableFormat}, other than the service's own. */
    public static TableFile of(Dataset dataset, String format, ObjectMapper json) {
        try {
            return switch (format) {
                case TableFormat.CSV -> new TableFile(dataset.fileName("csv"), format + ";charset=UTF-8",
                        CsvWriter.text(dataset));
                case TableFormat.XLSX -> new TableFile(dataset.fileName("xlsx"), format, XlsxWriter.bytes(dataset));
                case TableFormat.JSON_STAT -> new TableFile(dataset.fileName("json"), format,
                        json.writeValueAsString(JsonStat.of(dataset)));
                default -> throw new IllegalArgumentException(format);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
