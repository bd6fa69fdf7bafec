package org.zhengdun.shared.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads workbooks back. */
public final class Workbooks {

    private Workbooks() {}

    /** The cells of a sheet: numbers as BigDecimal, text as String. */
    public static List<List<Object>> sheet(byte[] file, int number) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheet(number).orElseThrow().read().stream().map(
                    row -> row.stream().map(Workbooks::value).toList()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of all formulas in the workbook. */
    public static List<String> formulas(byte[] file, int number) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheet(number).orElseThrow().read().stream().flatMap(
                    row -> row.stream()).filter(cell -> cell != null && cell.getFormula() != null).map(
                            Cell::getFormula).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object value(@Nullable Cell cell) {
        return cell == null || cell.getValue() == null ? "" : cell.getValue();
    }
}
