package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.support.World;

/** A world of several counties, towns and branches with random cases; the same at every run. */
final class RandomForms {

    private static final int YEAR = 2026;
    private static final List<String> KINDS = List.of("VILLAGE", "COMMUNITY", "ENTERPRISE");
    private static final List<String> HELPERS = List.of("PAIRED_UNIT", "COUNTY_LEADER", "FIRST_SECRETARY", "WORK_TEAM");
    private static final List<String> MEASURES = List.of("ORDINARY", "SPECIAL_CLEAN_UP", "VIOLATION_INVESTIGATION");

    private final Random random = new Random(20_261_122);
    private final List<List<Integer>> families = new ArrayList<>();
    private final Jdbi jdbi;
    private final World world;
    private final FormWorld form;

    RandomForms(Jdbi jdbi, World world, FormWorld form) {
        this.jdbi = jdbi;
        this.world = world;
        this.form = form;
        children(world.city(), UnitKind.COUNTY, List.of(world.county())).forEach(county -> children(county,
                UnitKind.TOWNSHIP, county == world.county() ? List.of(world.township()) : List.of()).forEach(
                        township -> children(township, UnitKind.COMMITTEE, List.of()).forEach(this::branches)));
        families.add(List.of(world.province(), world.city()));
    }

    /** Units with children, each as the unit followed by all its children that have cases. */
    List<List<Integer>> families() {
        return families;
    }

    private List<Integer> children(int parent, UnitKind kind, List<Integer> existing) {
        List<Integer> family = new ArrayList<>(List.of(parent));
        family.addAll(existing);
        family.add(world.unit(parent, kind, "甲"));
        family.add(world.unit(parent, kind, "乙"));
        families.add(family);
        return List.copyOf(family.subList(1, family.size()));
    }

    private void branches(int committee) {
        children(committee, UnitKind.BRANCH, List.of()).forEach(branch -> {
            String kind = pick(KINDS);
            jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET branch_kind = ? WHERE id = ?", kind, branch));
            fact(branch);
            if (random.nextInt(4) > 0) {
                listed(branch);
            }
        });
    }

    private void fact(int branch) {
        form.set("branch_fact", form.fact(branch, random.nextBoolean() ? "2025-05-01" : "2026-05-01"),
                """
                        secretary_status = '%s', secretary_to_replace = %s, secretary_replaced_on = '202%d-06-01',
                        registered_poor_village = %s, secretary_trained_on = '202%d-06-01', secretary_training_level = '%s'""".formatted(
                        pick(List.of("FILLED", "VACANT")), random.nextBoolean(), 5 + random.nextInt(2),
                        random.nextBoolean(),
                        5 + random.nextInt(2), pick(List.of("TOWNSHIP", "COUNTY", "PROVINCE"))));
    }

    private void listed(int branch) {
        long id = form.confirmedCase(branch, YEAR, 4 + random.nextInt(10));
        form.set("rectification_case", id, "state = '" + pick(List.of("RECTIFYING", "TRANSFORMED", "PLANNING")) + "'");
        form.helper(id, pick(HELPERS), "202" + (5 + random.nextInt(3)) + "-03-01");
        for (int i = random.nextInt(3); i >= 0; i--) {
            long problem = form.closedProblem(id, "202" + (6 + random.nextInt(2)) + "-07-01T00:00:00Z");
            form.measureDone(problem, pick(MEASURES), "2026-06-30");
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
