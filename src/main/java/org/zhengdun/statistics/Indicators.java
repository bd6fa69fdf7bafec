package org.zhengdun.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All indicators. */
final class Indicators {

    static final List<Indicator> ALL = Stream.of(CaseIndicators.ALL, ProblemIndicators.ALL,
            MeasureIndicators.ALL, CycleIndicators.ALL, AcceptanceIndicators.ALL, OversightIndicators.ALL,
            SecretaryIndicators.ALL, HelperIndicators.ALL, AttendanceIndicators.ALL, ReportIndicators.ALL,
            BranchIndicators.ALL).flatMap(List::stream).toList();

    private Indicators() {}

    static Optional<Indicator> find(String code) {
        return ALL.stream().filter(indicator -> indicator.code().equals(code)).findFirst();
    }
}
