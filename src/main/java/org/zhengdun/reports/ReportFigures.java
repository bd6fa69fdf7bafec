package org.zhengdun.reports;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the service counted in the township and round when the edition was submitted.
 *
 * @param casesByState          listed cases
 * @param problems              entries of their problem lists
 * @param problemsClosed        of which closed
 * @param problemsClosedInMonth of which closed in the month of the report
 * @param measures              entries of their measure lists
 * @param measuresDone          of which done
 * @param measuresOverdue       open measures whose due date had passed
 */
@Schema(name = "ReportFigures")
record ReportFigures(Map<String, Integer> casesByState, int problems, int problemsClosed, int problemsClosedInMonth,
        int measures, int measuresDone, int measuresOverdue) {}
