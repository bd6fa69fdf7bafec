package org.zhengdun.reports;

import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.Light;
import org.zhengdun.shared.problem.Message;

/** Why the light of a report is not green. */
enum ReportLight {
    /** As many reports in a row as the settings allow were missed. */
    REPORTS_MISSED(Light.RED),
    /** This report is overdue. */
    REPORT_OVERDUE(Light.YELLOW);

    private final Light light;

    ReportLight(Light light) {
        this.light = light;
    }

    /**
     * The reason of the light; null when it is green.
     *
     * @param missed   missed reports in a row up to this one, 0 when this one is not missed
     * @param redAfter how many of them turn the light red
     */
    static @Nullable ReportLight of(int missed, int redAfter) {
        if (missed == 0) {
            return null;
        }
        return missed >= redAfter ? REPORTS_MISSED : REPORT_OVERDUE;
    }

    static Light light(@Nullable ReportLight reason) {
        return reason == null ? Light.GREEN : reason.light;
    }

    Message message() {
        return Message.of("light." + name());
    }
}
