package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The list of cases, page by page. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CasePagingTest {

    private static final int LIMIT = 7;
    private static final int LIVELY = 8;

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private StoredCases cases;

    /** A case that nobody touches, with what it is sorted by. */
    private record Still(long id, LocalDate order) {}

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cases = new StoredCases(jdbi, world, cast, cast.openRound());
    }

    private CaseList county() {
        return new CaseList(cast.token(Role.COUNTY_ORG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadline", "newest"})
    void untouchedCasesComeExactlyOnceWhileOthersComeAndMove(String sort)
            throws InterruptedException, ExecutionException {
        List<Still> still = new ArrayList<>();
        List<CaseAtHand> lively = new ArrayList<>();
        int otherTownship = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        for (int i = 0; i < 40; i++) {
            @Nullable
            LocalDate deadline = i % 4 == 0 ? null : LocalDate.of(2026, 12, 31).minusDays(i % 5);
            int unit = i % 2 == 0 ? world.township() : otherTownship;
            still.add(new Still(cases.below(unit, CaseState.RECTIFYING, deadline),
                    deadline == null ? LocalDate.of(9999, 12, 31) : deadline));
            if (i % 5 == 0) {
                lively.add(new CaseAtHand(jdbi, cast, cases.below(world.township(), CaseState.NOMINATED, null)));
            }
        }
        assertThat(lively).hasSize(LIVELY);
        walkWhile(sort, still, lively);
    }

    private void walkWhile(String sort, List<Still> still, List<CaseAtHand> lively)
            throws InterruptedException, ExecutionException {
        Comparator<Still> order = sort.equals("newest")
                ? Comparator.comparing(Still::id).reversed()
                : Comparator.comparing(Still::order).thenComparing(Still::id);
        List<Long> expected = still.stream().sorted(order).map(Still::id).toList();
        CaseList list = county();
        cast.token(Role.TOWNSHIP);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> work = other.submit(() -> lively.forEach(this::nominateAndMove));
            boolean finished;
            do {
                finished = work.isDone();
                List<Long> seen = list.walk(LIMIT, Map.of("sort", sort));
                assertThat(seen).doesNotHaveDuplicates();
                assertThat(seen.stream().filter(expected::contains)).containsExactlyElementsOf(expected);
            } while (!finished);
            work.get();
        }
        assertThat(list.walk(LIMIT, Map.of("sort", sort))).hasSize(40 + 2 * LIVELY);
    }

    private void nominateAndMove(CaseAtHand subject) {
        new CaseStory(cast).nominate(cases.round(), world.unit(world.township(), UnitKind.BRANCH, "新党支部"));
        subject.move(Role.TOWNSHIP, subject.etag(), CaseAction.SUBMIT).then().statusCode(201);
        subject.move(Role.COUNTY_ORG, subject.etag(), CaseAction.CONFIRM).then().statusCode(201);
    }

    @Test
    void nestedAndRepeatedGrantsOnThreeLevelsGiveTheirUnionOnce() {
        int committee = world.unit(world.unit(world.county(), UnitKind.TOWNSHIP, "乙镇党委"), UnitKind.COMMITTEE, "党总支");
        int deepTownship = world.unit(world.county(), UnitKind.TOWNSHIP, "丙镇党委");
        int deepBranch = world.unit(world.unit(deepTownship, UnitKind.COMMITTEE, "党总支"), UnitKind.BRANCH, "党支部");
        List<Long> inside = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            inside.add(cases.below(world.township(), CaseState.RECTIFYING, LocalDate.of(2026, 6, 1).plusDays(i)));
            inside.add(cases.below(committee, CaseState.RECTIFYING, LocalDate.of(2026, 6, 1).plusDays(i)));
        }
        inside.add(cases.of(deepBranch, CaseState.RECTIFYING, null));
        long sibling = cases.below(deepTownship, CaseState.RECTIFYING, null);
        long outside = new StoredCases(jdbi, World.create(jdbi), cast, cases.round()).below(world.county(),
                CaseState.RECTIFYING, null);
        World.Person caller = world.person(Role.TOWNSHIP, world.township());
        for (int unit : new int[]{world.township(), world.branch(1), committee, committee, deepBranch}) {
            world.grant(caller.accountId(), Role.TOWNSHIP, unit);
        }

        CaseList list = new CaseList(caller.token());
        for (String sort : List.of("deadline", "newest")) {
            assertThat(list.walk(5, Map.of("sort", sort))).containsExactlyInAnyOrderElementsOf(inside);
        }
        assertThat(list.count(Map.of())).isEqualTo(inside.size());
        assertThat(inside).allMatch(id -> list.read(id) == 200);
        assertThat(Stream.of(sibling, outside)).allMatch(id -> list.read(id) == 404);
    }

    @Test
    void aBranchSeesItsOwnCasesOnly() {
        long own = cases.of(world.branch(1), CaseState.RECTIFYING, null);
        long neighbour = cases.of(world.branch(2), CaseState.RECTIFYING, null);
        CaseList list = new CaseList(cast.token(Role.BRANCH));
        assertThat(list.all()).containsExactly(own);
        assertThat(list.count(Map.of())).isEqualTo(1);
        assertThat(List.of(list.read(own), list.read(neighbour))).containsExactly(200, 404);
    }

    @Test
    void everyFilterCountsWhatItListsAndListsWhatItSays() {
        int otherTownship = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        for (CaseState state : CaseState.values()) {
            cases.below(world.township(), state, LocalDate.of(2020, 1, 1));
            cases.below(otherTownship, state, null);
        }
        CaseList list = county();
        int all = 2 * CaseState.values().length;
        Map<CaseState, List<Long>> byState = Stream.of(CaseState.values()).collect(
                Collectors.toMap(state -> state, state -> listed(list, Map.of("state", state.name()), 2)));
        Set<Long> union = byState.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        assertThat(union).hasSize(all).isEqualTo(new HashSet<>(list.all()));
        listed(list, Map.of("active", true), 20);
        listed(list, Map.of("active", false), 6);
        listed(list, Map.of("overdue", true), CaseState.UNDER_DEADLINE.size());
        listed(list, Map.of("overdue", false), all - CaseState.UNDER_DEADLINE.size());
        listed(list, Map.of("unit", world.township()), 13);
        listed(list, Map.of("unit", world.county()), all);
        listed(list, Map.of("unit", otherTownship, "active", true, "state", "RECTIFYING"), 1);
        listed(list, Map.of("roundId", cases.round()), all);
        listed(list, Map.of("roundId", cases.round() + 1_000_000), 0);
        listed(list, Map.of("branchKind", "VILLAGE"), all);
        listed(list, Map.of("branchKind", "COMMUNITY"), 0);
        listed(list, Map.of("mainCategory", "W04"), all);
        listed(list, Map.of("mainCategory", "W10"), 0);
        listed(list, Map.of("branchId", world.branch(1)), 0);
    }

    private static List<Long> listed(CaseList list, Map<String, ?> filter, int expected) {
        List<Long> byDeadline = list.walk(LIMIT, filter);
        assertThat(byDeadline).as(filter.toString()).hasSize(expected).doesNotHaveDuplicates();
        assertThat(list.count(filter)).as(filter.toString()).isEqualTo(expected);
        return byDeadline;
    }

    @Test
    void listAndSingleReadsAgreeForEveryRole() {
        List<Long> all = IntStream.range(0, 3).mapToObj(
                number -> cases.of(world.branch(number + 1), CaseState.RECTIFYING, null)).collect(
                        Collectors.toCollection(ArrayList::new));
        all.add(cases.below(world.county(), CaseState.RECTIFYING, null));
        all.add(cases.below(world.city(), CaseState.RECTIFYING, null));
        all.add(cases.below(world.province(), CaseState.RECTIFYING, null));
        Map<Role, Integer> expected = Map.of(Role.BRANCH, 1, Role.TOWNSHIP, 3, Role.COUNTY_ORG, 4, Role.CITY_ORG, 5,
                Role.PROVINCE_ORG, 6, Role.STATISTICS, 6);
        expected.forEach((role, number) -> {
            CaseList list = new CaseList(cast.token(role));
            List<Long> listed = list.all();
            assertThat(listed).as(role.name()).hasSize(number);
            assertThat(all).as(role.name()).allMatch(id -> (list.read(id) == 200) == listed.contains(id));
        });
    }
}
