package org.zhengdun.verification;

/** Where the thresholds of a case come from. */
public interface GateSource {

    AcceptanceGates of(long caseId);
}
