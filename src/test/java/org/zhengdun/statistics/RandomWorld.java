package org.zhengdun.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.World;

/** A small province that lives by itself: counties, townships and branches, rounds of two years, cases in all states. */
final class RandomWorld {

    private static final int COUNTIES = 2;

    final long seed;
    final Random random;
    final Jdbi jdbi;
    final World world;
    final Office office;
    final LocalDate today = LocalDate.now(Days.ZONE);
    /** Every unit of the world, children after their parents. */
    final List<Integer> units = new ArrayList<>();
    final List<Integer> branches = new ArrayList<>();
    final List<RandomCase> cases = new ArrayList<>();
    private final List<Integer> counties = new ArrayList<>();
    private final List<Integer> townships = new ArrayList<>();
    private final Map<Integer, Integer> countyOf = new HashMap<>();
    private final Map<Integer, Integer> townshipOf = new HashMap<>();
    private final Map<String, Long> rounds = new HashMap<>();

    RandomWorld(Jdbi jdbi, long seed) {
        this.jdbi = jdbi;
        this.seed = seed;
        this.random = new Random(seed);
        this.world = World.create(jdbi);
        this.office = new Office(world);
        grow();
        settle();
        counties.forEach(county -> {
            for (int year : List.of(year() - 1, year())) {
                rounds.put(county + "/" + year, open(county, year));
            }
        });
        RandomNews news = new RandomNews(this);
        branches.forEach(branch -> news.reportFacts(branch, today.minusDays(400L + random.nextInt(300))));
        townships.forEach(news::monthlyReport);
        townships.forEach(news::monthlyReport);
    }

    int year() {
        return today.getYear();
    }

    int county(int branch) {
        return Objects.requireNonNull(countyOf.get(township(branch)));
    }

    int township(int branch) {
        return Objects.requireNonNull(townshipOf.get(branch));
    }

    List<Integer> counties() {
        return counties;
    }

    List<Integer> townships() {
        return townships;
    }

    String province() {
        return office.at(Role.PROVINCE_ORG, world.province());
    }

    long round(int county, int year) {
        return Objects.requireNonNull(rounds.get(county + "/" + year));
    }

    List<Long> rounds() {
        return List.copyOf(rounds.values());
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** So many turns: mostly a case goes on for a while, now and then the world changes around it. */
    void live(int turns) {
        for (int i = 0; i < turns; i++) {
            switch (random.nextInt(14)) {
                case 0 -> new RandomNews(this).moveUnit();
                case 1 -> new RandomNews(this).reportFacts(pick(branches), today.minusDays(random.nextInt(400)));
                case 2 -> new RandomNews(this).screen(pick(branches));
                case 3 -> new RandomNews(this).monthlyReport(pick(townships));
                case 4, 5, 6 -> nominate();
                default -> goOn(2 + random.nextInt(6));
            }
        }
    }

    /** A township goes to another county. */
    void moved(int township, int county) {
        countyOf.put(township, county);
    }

    private void nominate() {
        int branch = pick(branches);
        RandomCase.nominated(this, branch, round(county(branch), year() - random.nextInt(2))).ifPresent(cases::add);
    }

    private void goOn(int steps) {
        List<RandomCase> unfinished = cases.stream().filter(each -> !each.isOver()).toList();
        if (unfinished.isEmpty()) {
            nominate();
            return;
        }
        RandomCase subject = pick(unfinished);
        for (int i = 0; i < steps && !subject.isOver(); i++) {
            subject.step();
        }
    }

    private void grow() {
        units.addAll(List.of(world.province(), world.city()));
        for (int i = 0; i < COUNTIES; i++) {
            int county = i == 0 ? world.county() : world.unit(world.city(), UnitKind.COUNTY, "县委" + i);
            counties.add(county);
            units.add(county);
            for (int k = 1 + random.nextInt(2); k >= 0; k--) {
                township(county, i == 0 && k == 0);
            }
        }
    }

    private void township(int county, boolean first) {
        int township = first ? world.township() : world.unit(county, UnitKind.TOWNSHIP, "镇党委");
        townships.add(township);
        units.add(township);
        countyOf.put(township, county);
        if (first) {
            for (int i = 1; i <= 3; i++) {
                branch(world.branch(i), township);
            }
            return;
        }
        int parent = township;
        if (random.nextBoolean()) {
            parent = world.unit(township, UnitKind.COMMITTEE, "党总支");
            units.add(parent);
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            branch(world.unit(random.nextBoolean() ? parent : township, UnitKind.BRANCH, "支部"), township);
        }
    }

    private void branch(int branch, int township) {
        String kind = pick(List.of(BranchKind.values())).name();
        jdbi.useHandle(
                handle -> handle.execute("UPDATE org_unit SET branch_kind = ? WHERE id = ?", kind, branch));
        units.add(branch);
        branches.add(branch);
        townshipOf.put(branch, township);
    }

    /** No observation, and one look-back on the day of transformation, so that a life ends within a day. */
    private void settle() {
        office.must(province(), "PATCH", "/settings/" + world.province(),
                "{\"observationMonths\": 0, \"lookBackMonths\": [0], \"attendanceDays\": %d, \"cycles\": {\"accountabilityYears\": 2}}".formatted(
                        random.nextBoolean() ? 1 : 20));
    }

    private long open(int county, int year) {
        return office.must(office.at(Role.COUNTY_ORG, county), "POST", "/rounds",
                """
                        {"unitId": %d, "year": %d, "name": "年度整顿", "startsOn": "%2$d-01-01", "endsOn": "%2$d-12-31"}""".formatted(
                        county, year)).get("id").longValue();
    }
}
