package org.zhengdun.access;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.zhengdun.organization.GrantsBelow;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;
import org.zhengdun.shared.time.Days;

/** Counts grants for changes of the tree. */
@ApplicationScoped
class StandingGrants implements GrantsBelow {

    private static final ScopedSelect GRANTS = new ScopedSelect("access_grant g", "g", List.of("id"), "");
    private static final String STANDING = "AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > :now)";

    private final Jdbi jdbi;
    private final Days days;

    StandingGrants(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    @Override
    public int standing(int[] place) {
        Scope subtree = new Scope(List.of(new ScopeRoot(place)), Set.of());
        return jdbi.withHandle(handle -> {
            Query count = handle.createQuery(GRANTS.count(subtree, STANDING)).bind("now", days.now()).bind("bound",
                    Integer.MAX_VALUE);
            GRANTS.bind(count, subtree);
            return count.mapTo(Integer.class).one();
        });
    }
}
