package org.zhengdun.shared.persistence;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/** The one instant of all changes of the running transaction (ADR 12): what is dated with it is read together with them. */
@ApplicationScoped
public class ChangeInstant {

    private final Jdbi jdbi;

    ChangeInstant(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Instant get() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT change_instant() AS at").map(
                (row, context) -> Columns.requiredInstant(row, "at")).one());
    }
}
