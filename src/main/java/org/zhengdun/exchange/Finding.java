package org.zhengdun.exchange;

import java.util.List;

import org.zhengdun.shared.problem.Message;

/**
 * One value of an imported file that is not acceptable.
 *
 * @param row    row as a spreadsheet counts; 0 for the file as a whole
 * @param column name of the column; empty for the whole row
 */
record Finding(int row, String column, Message message) {

    static Finding of(int row, String column, String code, Object... arguments) {
        return new Finding(row, column, new Message(code, List.of(arguments)));
    }
}
