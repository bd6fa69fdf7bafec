package org.zhengdun.statistics;

import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;

/** Random worlds. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WorldsTest {

    @Inject
    Jdbi jdbi;

    @Test
    void lives() {
        for (long seed = 1; seed <= 4; seed++) {
            long start = System.nanoTime();
            RandomWorld world = new RandomWorld(jdbi, seed);
            long built = System.nanoTime();
            world.live(60);
            long lived = System.nanoTime();
            SeenWorld seen = SeenWorld.of(world);
            System.out.printf("seen %d cases %d ms%n", seen.cases().size(), (System.nanoTime() - lived) / 1_000_000);
            System.out.printf("seed %d: build %d ms, live %d ms, %d acts, %d cases %s%n refused %s%n", seed,
                    (built - start) / 1_000_000, (lived - built) / 1_000_000, world.office.acts(),
                    world.cases.size(),
                    world.cases.stream().map(c -> world.office.get(world.province(), c.path())).collect(
                            Collectors.groupingBy(d -> d.get("state").asText(), TreeMap::new, Collectors.counting())),
                    world.office.refusals());
        }
    }
}
