package org.zhengdun.deadlines;

import org.zhengdun.settings.DeadlineRules;

/** Which rules of due dates hold for a case: those of its round. */
public interface RuleSource {

    DeadlineRules deadlineRules(long caseId);
}
