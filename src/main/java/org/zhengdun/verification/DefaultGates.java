package org.zhengdun.verification;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

import org.zhengdun.settings.AcceptanceGates;

/** The national defaults for every case. */
@DefaultBean
@ApplicationScoped
class DefaultGates implements GateSource {

    @Override
    public AcceptanceGates of(long caseId) {
        return new AcceptanceGates(70, 50, 80, 15, 30);
    }
}
