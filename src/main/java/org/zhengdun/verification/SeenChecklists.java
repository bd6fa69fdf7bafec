package org.zhengdun.verification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/**
 * Which checklists a caller sees: those of his subtree, the published ones that apply to it, and those pinned by checks he
 * is assigned to.
 */
@ApplicationScoped
class SeenChecklists {

    private final ChecklistQueries queries;
    private final Caller caller;

    SeenChecklists(ChecklistQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    ChecklistQueries.Found byId(long id) {
        return queries.find(id).filter(this::isSeen).orElseThrow(ProblemException::notFound);
    }

    /** The list of one unit. */
    List<ChecklistRow> applicable(int[] place, long before, int limit) {
        int[] own = caller.scope(Permission.CHECKLIST_READ).roots().stream().filter(
                root -> root.covers(place)).mapToInt(
                        ScopeRoot::level).min().stream().flatMap(
                                level -> IntStream.of(Arrays.copyOfRange(place, level, place.length))).toArray();
        return queries.applicable(place, own, before, limit);
    }

    private boolean isSeen(ChecklistQueries.Found found) {
        Scope scope = caller.scope(Permission.CHECKLIST_READ);
        return scope.covers(found.place())
                || found.detail().state() == ChecklistState.PUBLISHED && appliesTo(scope, found.place())
                || queries.isPinned(found.detail().id(), scope);
    }

    private static boolean appliesTo(Scope scope, int[] owner) {
        int level = owner.length - 1;
        return scope.roots().stream().anyMatch(
                root -> root.path().length > level && root.path()[level] == owner[level]);
    }
}
