package org.zhengdun.reports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the reports of a month stand.
 *
 * @param opened all of them
 * @param due    not submitted and still in time
 */
@Schema(name = "ReportCount")
record ReportCount(int opened, int due, int onTime, int late, int missed) {}
