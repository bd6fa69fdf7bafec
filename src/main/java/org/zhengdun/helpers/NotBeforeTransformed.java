package org.zhengdun.helpers;

import java.util.Set;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** The national default of the release rule. */
@DefaultBean
@ApplicationScoped
class NotBeforeTransformed implements ReleaseRule {

    @Override
    public Set<String> releasingStates(long caseId) {
        return Set.of("TRANSFORMED", "CLOSED", "CANCELLED");
    }
}
