package org.zhengdun.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.Messages;

class TaskSourceTest {

    @Test
    void everyKindHasASource() {
        assertThat(TaskSource.ALL.stream().map(TaskSource::kind).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                TaskKind.values());
    }

    @Test
    void noTwoSourcesOfOneKindAskTheSameRole() {
        assertThat(TaskSource.ALL.stream().flatMap(
                source -> source.roles().stream().map(role -> source.kind() + " " + role))).doesNotHaveDuplicates();
    }

    @Test
    void everyKindHasItsLabel() {
        for (Locale locale : new Locale[]{Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(Stream.of(TaskKind.values()).map(kind -> Messages.text(locale,
                    Message.of("label.TaskKind." + kind)))).noneMatch(text -> text.startsWith("label."));
        }
    }

    @Test
    void aTaskLeadsToWhereItIsDone() {
        assertThat(TaskKind.FINISH_MEASURE.href(7, 9)).isEqualTo("/api/v1/cases/7/measures/9/done");
        assertThat(TaskKind.APPROVE_PLAN.href(7, 7)).isEqualTo("/api/v1/cases/7/transitions");
    }
}
