package org.zhengdun.organization;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.persistence.LongStatements;

/** Changes of the shape of the tree, one after the other and after a running import; they may take longer than others. */
@ApplicationScoped
class TreeChange {

    private final Jdbi jdbi;

    TreeChange(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T> T run(Function<Handle, T> work) {
        return LongStatements.with(jdbi, handle -> {
            handle.execute("LOCK TABLE org_unit IN ROW EXCLUSIVE MODE");
            handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('org-tree', 0))");
            return work.apply(handle);
        });
    }
}
