package org.zhengdun.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark) record by record, in constant memory. */
final class CsvRecords {

    private static final int LONGEST_VALUE = 10_000;
    private static final int MOST_VALUES = 50;
    private static final int END = -1;

    private final Reader source;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder value = new StringBuilder();
    private int position;
    private int limit;
    private int row;

    CsvRecords(InputStream file) throws IOException {
        source = new InputStreamReader(file,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(
                        CodingErrorAction.REPORT));
        if (peek() == '\uFEFF') {
            position++;
        }
    }

    /** The row of the last record as a spreadsheet counts: the first line has 1, empty lines count. */
    int row() {
        return row;
    }

    /** The values of the next record; null at the end of the file. */
    @Nullable
    List<String> next() throws IOException {
        row++;
        while (endsLine()) {
            row++;
        }
        if (peek() == END) {
            return null;
        }
        List<String> values = new ArrayList<>();
        do {
            values.add(peek() == '"' ? quoted() : plain());
        } while (continues(values.size()));
        return values;
    }

    private boolean continues(int values) throws IOException {
        if (peek() != ',' || values == MOST_VALUES) {
            endRecord();
            return false;
        }
        position++;
        return true;
    }

    private void endRecord() throws IOException {
        if (peek() != END && !endsLine()) {
            throw malformed("csv.quoting", row);
        }
    }

    private String plain() throws IOException {
        value.setLength(0);
        for (int next = peek(); next != ',' && next != '\n' && next != '\r' && next != END; next = peek()) {
            if (next == '"') {
                throw malformed("csv.quoting", row);
            }
            take(next);
        }
        return value.toString();
    }

    private String quoted() throws IOException {
        value.setLength(0);
        position++;
        while (true) {
            int next = peek();
            if (next == END) {
                throw malformed("csv.quoting", row);
            }
            if (next == '"') {
                position++;
                if (peek() != '"') {
                    return value.toString();
                }
            }
            take(next);
        }
    }

    private void take(int next) {
        if (value.length() == LONGEST_VALUE) {
            throw malformed("csv.too-long", row, LONGEST_VALUE);
        }
        value.append((char) next);
        position++;
    }

    /** Passes a line end if there is one here. */
    private boolean endsLine() throws IOException {
        boolean carriageReturn = peek() == '\r';
        if (carriageReturn) {
            position++;
        }
        if (peek() == '\n') {
            position++;
            return true;
        }
        return carriageReturn;
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(source.read(buffer), 0);
        }
        return limit == 0 ? END : buffer[position];
    }

    private static ProblemException malformed(String code, Object... arguments) {
        return ProblemException.of(ProblemType.MALFORMED_BODY, code, arguments);
    }
}
