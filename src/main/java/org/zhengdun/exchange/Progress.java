package org.zhengdun.exchange;

/** Where a running job says how far it is. */
@FunctionalInterface
interface Progress {

    void at(JobPhase phase, int done, int total);
}
