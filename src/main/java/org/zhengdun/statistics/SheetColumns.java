package org.zhengdun.statistics;

import static org.zhengdun.statistics.FormSource.ALL_PROBLEMS;
import static org.zhengdun.statistics.FormSource.CASES;
import static org.zhengdun.statistics.FormSource.EXTENSIONS;
import static org.zhengdun.statistics.FormSource.REPORTS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.zhengdun.cases.CaseConditions;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

/** The definition table of the monthly sheet: the annual form up to the end of the month, and progress. */
final class SheetColumns {

    private static final FormColumn PROBLEMS = new FormColumn(27, "PROBLEMS", "问题总数", "Problems",
            "Problems of listed cases, open and closed", ALL_PROBLEMS, Part.ALL);
    private static final FormColumn CLOSED = new FormColumn(28, "PROBLEMS_CLOSED", "已销号问题", "Problems closed",
            "Of column 27, problems that are closed", ALL_PROBLEMS, as("problems-closed"));

    /** The plain counts beyond those of the annual form, in the order of their numbers; 29 is a rate. */
    private static final List<FormColumn> PROGRESS = List.of(PROBLEMS, CLOSED, light(30, "GREEN", "绿灯", "green"),
            light(31, "YELLOW", "黄灯", "yellow"), light(32, "RED", "红灯", "red"),
            new FormColumn(33, "OVERDUE", "超期对象", "Cases overdue", "Listed cases whose deadline has passed", CASES,
                    as("overdue")),
            new FormColumn(34, "REPORTS_DUE", "本月应报月报", "Reports due",
                    "Monthly reports of townships that fall due in the month", REPORTS, Part.ALL),
            new FormColumn(35, "REPORTS_ON_TIME", "其中：按时上报", "Of which on time",
                    "Of column 34, reports submitted on their due date or before", REPORTS,
                    "r.submitted_on <= r.due_on AND r.submitted_on <= :today"),
            new FormColumn(36, "REPORTS_MISSED", "其中：未报", "Of which missed",
                    "Of column 34, reports that were not submitted although their due date has passed", REPORTS,
                    "(r.submitted_on IS NULL OR r.submitted_on > :today) AND r.due_on < :today"),
            new FormColumn(37, "EXTENSIONS", "批准延期", "Extensions approved",
                    "Extensions of deadlines of listed cases approved from the start of the year", EXTENSIONS,
                    Part.ALL),
            new FormColumn(38, "UNDER_SUPERVISION", "挂牌督办对象", "Cases under direct supervision",
                    "Listed cases under the direct supervision of a city or province", CASES, as("supervised")));

    static final List<SheetColumn> ALL = all();

    private SheetColumns() {}

    /** Everything that has to be counted, once. */
    static List<FormColumn> counted() {
        return Stream.concat(FormColumns.ALL.stream(), PROGRESS.stream()).toList();
    }

    /** The columns as a dimension of the sheet. */
    static Dimension dimension() {
        return new Dimension("column", "指标", Role.METRIC, ALL.stream().map(
                column -> new Category(column.code(), column.number() + " " + column.chinese())).toList());
    }

    private static List<SheetColumn> all() {
        List<SheetColumn> columns = new ArrayList<>(counted().stream().map(SheetColumn::of).toList());
        columns.add(columns.indexOf(SheetColumn.of(CLOSED)) + 1, new SheetColumn(29, "PROBLEM_CLOSING_RATE", "问题销号率（%）",
                "Problem closing rate (%)", "Column 28 in percent of column 27", CLOSED, PROBLEMS, true));
        return List.copyOf(columns);
    }

    /** The condition of the indicator of this name. */
    private static String as(String indicator) {
        return Indicators.find(indicator).orElseThrow().numerator().predicate();
    }

    private static FormColumn light(int number, String light, String chinese, String english) {
        return new FormColumn(number, "LIGHT_" + light, "亮" + chinese + "对象", "Cases with a " + english + " light",
                "Listed cases whose deadline runs, with a " + english + " light on the last day of the month", CASES,
                "NOT l.carried_on AND " + CaseConditions.light("l") + " = '" + light + "'");
    }
}
