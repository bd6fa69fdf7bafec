package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.zhengdun.support.GeneratedFile;

class LifecyclePageTest {

    @Test
    void thePageSaysWhatTheServicePublishes() throws IOException {
        new GeneratedFile(LifecyclePage.FILE).assertEquals(LifecyclePage.render());
    }

    @Test
    void everyStateAndActionHasALabelInBothLanguages() {
        assertThat(LifecyclePage.render()).doesNotContain("label.");
    }

    @Test
    void theDiagramHasAnArrowForEveryMove() {
        long arrows = LifecyclePage.render().lines().filter(line -> line.contains(" --> ")).count();
        long moves = Stream.of(CaseState.values()).mapToLong(state -> DomainTable.moves(state).size()).sum();
        assertThat(arrows).isEqualTo(1 + moves + 3);
    }
}
