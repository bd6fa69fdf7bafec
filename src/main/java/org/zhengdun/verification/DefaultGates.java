package org.zhengdun.verification;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** The national defaults for every case. */
@DefaultBean
@ApplicationScoped
class DefaultGates implements GateSource {

    @Override
    public AcceptanceGates of(long caseId) {
        return AcceptanceGates.DEFAULTS;
    }
}
