package org.zhengdun.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
            "\"9999999999999999999\"", "\"7\"x"})
    void refusesAnyOther(String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemType.VERSION_MISMATCH);
    }
}
