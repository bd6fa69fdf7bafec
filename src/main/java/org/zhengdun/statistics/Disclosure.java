package org.zhengdun.statistics;

import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;

/** What external clients, who have nothing but the role of statistics, see of figures; the one step between figures and answer. */
@RequestScoped
class Disclosure {

    private static final Set<Dimension> SENSITIVE = EnumSet.of(Dimension.CATEGORY, Dimension.PROBLEM_CATEGORY);

    private final Caller caller;

    Disclosure(Caller caller) {
        this.caller = caller;
    }

    /** The answer as the caller may see it. */
    CubeAnswer protect(CubeQuery query, CubeAnswer answer) {
        return isExternal(query) && isSensitive(query)
                ? answer.withoutRows()
                : answer;
    }

    /** Refuses the rows behind figures of restricted matters to external clients. */
    void requireRows(CubeQuery query) {
        if (isExternal(query) && isSensitive(query)) {
            throw ProblemException.ruleViolated("restricted-rows");
        }
    }

    /** Whether the caller reads the unit with nothing but the role of statistics. */
    boolean isExternal(CubeQuery query) {
        EnumSet<Role> others = EnumSet.copyOf(Permission.STATISTICS_READ.roles());
        others.remove(Role.STATISTICS);
        return !caller.scope(others).covers(query.scene().unit().path());
    }

    private static boolean isSensitive(CubeQuery query) {
        return query.filter().category() != null || query.measures().stream().anyMatch(Indicator::restricted)
                || query.axes().stream().anyMatch(axis -> SENSITIVE.contains(axis.dimension()));
    }
}
