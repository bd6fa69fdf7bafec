package org.zhengdun.verification;

import org.zhengdun.settings.AcceptanceGates;

/** Where the thresholds of a case come from. */
public interface GateSource {

    AcceptanceGates of(long caseId);

    /** Months after a shaky look-back in which the next one is due. */
    int shakyLookBackMonths(long caseId);
}
