package org.zhengdun.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/** The text of scoped list queries. */
class ScopedSelectTest {

    private static final ScopedSelect CASES = new ScopedSelect("thing t", "t", List.of("due", "id"), "id");
    private static final ScopedSelect NOTICES = new ScopedSelect("thing t", "t", List.of("id"), "");

    /** A scope of roots at these levels, without assigned cases. */
    private static Scope scope(int... levels) {
        return new Scope(IntStream.of(levels).mapToObj(
                level -> new ScopeRoot(IntStream.rangeClosed(1, level + 1).toArray())).toList(), Set.of());
    }

    @Test
    void readsOneIndexRangeForARootAndCutsItAtTheLimit() {
        assertThat(CASES.page(scope(3), "AND t.x = 1", "ASC")).isEqualTo(
                "SELECT * FROM (SELECT x.* FROM (VALUES (:roots3)) scope_root(id) CROSS JOIN LATERAL (SELECT t.due AS k1, t.id AS k2"
                        + " FROM thing t WHERE t.a3 = scope_root.id AND t.x = 1 ORDER BY t.due ASC, t.id ASC LIMIT :limit) x) p"
                        + " ORDER BY k1 ASC, k2 ASC LIMIT :limit");
    }

    @Test
    void tellsThePlannerHowManyRowsARootCanGiveAtMost() {
        assertThat(
                IntStream.of(1, 50, 51, 200).mapToObj(size -> CASES.page(scope(3), "", "ASC", size))).satisfiesExactly(
                        sql -> assertThat(sql).contains("LIMIT 51) x").endsWith("LIMIT :limit"),
                        sql -> assertThat(sql).contains("LIMIT 51) x"), sql -> assertThat(sql).contains("LIMIT 101) x"),
                        sql -> assertThat(sql).contains("LIMIT 201) x"));
    }

    @Test
    void mergesOneBranchForEachLevelWithoutRemovingDuplicatesBecauseRootsAreDisjoint() {
        String sql = NOTICES.page(scope(2, 4, 4, 5), "", "DESC");
        assertThat(sql).containsSubsequence("(VALUES (:roots2))", "t.a2 = scope_root.id", " UNION ALL ",
                "unnest(:roots4)",
                "t.a4 = scope_root.id", " UNION ALL ", "(VALUES (:roots5))", "t.a5 = scope_root.id",
                "ORDER BY k1 DESC LIMIT :limit");
        assertThat(sql.split("UNION ALL", -1)).hasSize(3);
    }

    @Test
    void entersDeepLevelsThroughTheDeepestIndexedOne() {
        assertThat(NOTICES.page(scope(6), "", "DESC")).contains("(VALUES (:roots6, :anchors6)) scope_root(id, anchor)",
                "t.a5 = scope_root.anchor AND t.ancestors[7] = scope_root.id");
        assertThat(NOTICES.page(scope(8), "", "DESC")).contains("(VALUES (:roots8, :anchors8)) scope_root(id, anchor)",
                "t.a5 = scope_root.anchor AND t.ancestors[9] = scope_root.id");
    }

    @Test
    void severalSelectsInOneStatementHaveParametersOfTheirOwn() {
        Scope both = new Scope(scope(4, 6).roots(), Set.of(7L));
        assertThat(CASES.page(both, "AND t.x = :roots", "ASC", "s1_")).contains(":s1_roots4)",
                ":s1_roots6, :s1_anchors6)", "ANY(:s1_assigned)", "t.x = :roots ", "LIMIT :limit").doesNotContain(
                        ":roots4", ":assigned");
    }

    @Test
    void theNationNeedsNoCondition() {
        assertThat(NOTICES.page(scope(0), "AND t.id < :k1", "DESC")).contains(
                "WHERE true AND t.id < :k1").doesNotContain(
                        "scope_root");
    }

    @Test
    void assignedCasesJoinTheUnionOnce() {
        Scope both = new Scope(scope(4).roots(), Set.of(7L));
        assertThat(CASES.page(both, "", "ASC")).contains("t.id = ANY(:assigned)", " UNION SELECT").doesNotContain(
                "UNION ALL");
        assertThat(CASES.page(new Scope(List.of(), Set.of(7L)), "", "ASC")).contains(
                "t.id = ANY(:assigned)").doesNotContain("scope_root");
        assertThat(NOTICES.page(both, "", "DESC")).doesNotContain("assigned");
    }

    @Test
    void nobodysScopeReadsNothing() {
        assertThat(Stream.of(CASES.page(scope(), "", "ASC"), CASES.count(scope(), ""),
                NOTICES.page(new Scope(List.of(), Set.of(7L)), "", "DESC"))).allMatch(
                        sql -> sql.contains("WHERE false"));
    }

    @Test
    void countsAtMostTheBoundInEachBranchAndAltogether() {
        assertThat(CASES.count(scope(3), "AND t.x = 1")).isEqualTo(
                "SELECT count(*) FROM (SELECT 1 FROM (SELECT x.* FROM (VALUES (:roots3)) scope_root(id) CROSS JOIN LATERAL (SELECT"
                        + " t.due AS k1, t.id AS k2 FROM thing t WHERE t.a3 = scope_root.id AND t.x = 1 LIMIT :bound) x) p"
                        + " LIMIT :bound) n");
    }
}
