package org.zhengdun.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.zhengdun.support.GeneratedFile;

/** The catalogue of problem types as a page for readers. */
class ProblemPageTest {

    private static final Path FILE = Path.of("docs/problems.md");

    @Test
    void thePageSaysWhatTheServicePublishes() throws IOException {
        new GeneratedFile(FILE).assertEquals(render());
    }

    @Test
    void everyTypeHasATitleAndAMeaningInBothLanguages() {
        assertThat(render()).doesNotContain("| problem.").doesNotContain("| meaning.");
    }

    private static String render() {
        return """
                # Problem types

                Every refusal is a document of type `application/problem+json` (RFC 9457). Its `type` is one of these names, which
                never change; texts follow `Accept-Language`. What `GET /api/v1/problems` publishes, rendered by `ProblemPageTest`.

                | type | status | 中文 | English | 含义 | meaning |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                Stream.of(ProblemType.values()).map(ProblemPageTest::row).collect(
                        Collectors.joining("\n")));
    }

    private static String row(ProblemType type) {
        return "| `%s` | %d | %s | %s | %s | %s |".formatted(type.uri(), type.status(),
                ProblemDocuments.title(type, Locale.SIMPLIFIED_CHINESE), ProblemDocuments.title(type, Locale.ENGLISH),
                Messages.text(Locale.SIMPLIFIED_CHINESE, "meaning." + type.slug()),
                Messages.text(Locale.ENGLISH, "meaning." + type.slug()));
    }
}
