package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;

/**
 * Figures of random worlds against what lists and details of the API show: run with {@code -Dzhengdun.worlds=N} for more
 * worlds and {@code -Dzhengdun.seed=S} for other ones.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WorldsTest {

    private static final int WORLDS = Integer.getInteger("zhengdun.worlds", 3);
    private static final long SEED = Long.getLong("zhengdun.seed", 1);
    private static final int TURNS = 20;
    private static final int NOTES = 3;

    @Inject
    Jdbi jdbi;

    private final Disagreements disagreements = new Disagreements();
    private final Map<String, Integer> states = new TreeMap<>();
    private final Map<String, Integer> counted = new TreeMap<>();

    @Test
    void figuresAgreeWithListsDetailsAndThePastInEveryWorld() {
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            try {
                examine(new RandomWorld(jdbi, seed));
            } catch (AssertionError | RuntimeException broken) {
                disagreements.add("seed " + seed, broken + " at " + List.of(broken.getStackTrace()).subList(0, 5));
            }
        }
        System.out.printf("%d comparisons, %d disagreements%nstates %s%ncounted %s%n", disagreements.compared(),
                disagreements.count(), states, counted);
        assertThat(disagreements.shown()).isEmpty();
        assertThat(counted.keySet()).containsExactlyInAnyOrderElementsOf(
                Indicators.ALL.stream().map(Indicator::code).toList());
        assertThat(states).containsKeys("CLOSED", "CANCELLED", "RECTIFYING", "TRANSFORMED");
    }

    private void examine(RandomWorld world) {
        long start = System.nanoTime();
        WorldFigures figures = new WorldFigures(world, disagreements);
        List<WorldFigures.Note> notes = new ArrayList<>();
        for (int i = 0; i < NOTES; i++) {
            world.live(TURNS);
            notes.add(figures.note());
        }
        world.live(TURNS);
        SeenWorld seen = SeenWorld.of(world);
        seen.cases().forEach(each -> states.merge(each.detail().get("state").asText(), 1, Integer::sum));
        figures.spans().forEach(span -> {
            Oracle oracle = new Oracle(seen, span);
            oracle.indicators().forEach(code -> counted.merge(code, oracle.numerator(code).size(), Integer::sum));
            figures.agreeWith(oracle);
        });
        figures.agreeWithLists(seen);
        figures.agreeWithTheAnnualForm();
        figures.agreeWith(notes);
        System.out.printf("world %d: %d acts, refused %s, %d cases, %d questions, %d ms%n", world.seed,
                world.office.acts(), world.office.refusals(), seen.cases().size(), figures.questions(),
                (System.nanoTime() - start) / 1_000_000);
    }
}
