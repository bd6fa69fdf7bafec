package org.zhengdun.settings;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.zhengdun.organization.BranchKind;

/** The one place of the national defaults (docs/domain.md sections 5 and 10). */
final class NationalDefaults {

    static final Settings SETTINGS = new Settings(12, 31, 30, 10, 12, List.of(3, 6, 12), 1,
            new BigDecimal("0.1"), helperTemplate(), HelperRelease.TRANSFORMED,
            new AcceptanceGates(70, 50, 80, 15, 30), 12, new RatioWarning(1, 10), new CycleRules(3, 5, 60), false,
            false, deadlineRules(), new RungRules(List.of(-7, -3, -1, 0, 1, 3, 7), List.of(7, 15)),
            new ReportRules(5, 2), 20, 14, new ScreeningRules(90, 3, 80), 3);

    private NationalDefaults() {}

    private static DeadlineRules deadlineRules() {
        Map<MeasureKind, DueRule> measures = new EnumMap<>(MeasureKind.class);
        for (MeasureKind kind : MeasureKind.values()) {
            measures.put(kind, new DueRule(0, BudgetUnit.CALENDAR_DAYS));
        }
        return new DeadlineRules(measures, 2, 90, 2, 366, 30, 7);
    }

    private static Map<BranchKind, List<HelperKind>> helperTemplate() {
        Map<BranchKind, List<HelperKind>> template = new EnumMap<>(BranchKind.class);
        for (BranchKind kind : BranchKind.values()) {
            template.put(kind, List.of(HelperKind.COUNTY_LEADER, HelperKind.TOWNSHIP_LEADER, HelperKind.FIRST_SECRETARY,
                    HelperKind.PAIRED_UNIT));
        }
        return template;
    }
}
