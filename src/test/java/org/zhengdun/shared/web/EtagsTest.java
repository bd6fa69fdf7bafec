package org.zhengdun.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Entity tags of versions. */
class EtagsTest {

    private static @Nullable ProblemType refusal(@Nullable String ifMatch) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Etags.require(ifMatch, 7));
        return refused == null ? null : refused.type();
    }

    @Test
    void aTagIsTheQuotedVersion() {
        assertThat(Etags.of(0)).isEqualTo("\"0\"");
        assertThat(Etags.of(Long.MAX_VALUE / 10)).isEqualTo("\"922337203685477580\"");
    }

    @Test
    void theTagOfAnAnswerTellsTwoAnswersOfOneVersionApart() {
        assertThat(Etags.of(7, "{}")).matches("\"7-[0-9a-f]{16}\"").isEqualTo(Etags.of(7, "{}")).isNotEqualTo(
                Etags.of(7, "[]"));
        assertThatCode(() -> Etags.require(Etags.of(7, "{}"), 7)).doesNotThrowAnyException();
        assertThat(refusal(Etags.of(6, "{}"))).isEqualTo(ProblemType.VERSION_MISMATCH);
    }

    @Test
    void onlyTheWholeTagNamesAnAnswer() {
        String tag = Etags.of(7, "{}");
        assertThat(List.of(tag, "\"1\", " + tag, "W/" + tag, " * ")).allMatch(header -> Etags.names(header, tag));
        assertThat(List.of("\"7\"", Etags.of(7, "[]"), "", "7")).noneMatch(header -> Etags.names(header, tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "\"6\",\"7\"", "*", "\"007\""})
    void acceptsTheCurrentVersion(String ifMatch) {
        assertThatCode(() -> Etags.require(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void asksForTheVersion(@Nullable String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"7", "\"\"", "\"-7\"", "\"7.0\"", "\"٧\"", "**", "\"6\" \"7\"",
            "\"9999999999999999999\"", "\"7-\"", "\"7-0123456789ABCDEF\"", "\"7-0123\"", "\"7\"x"})
    void refusesAnyOther(String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemType.VERSION_MISMATCH);
    }
}
