package org.zhengdun.statistics;

import java.util.Optional;
import java.util.stream.Stream;

/** What a table of figures can be broken down by; the code is its name in requests. */
enum Dimension {
    /** Units of one level under the unit asked for. */
    ORG("org"),
    /** Main category of the case. */
    CATEGORY("category"),
    /** Category of the problem itself. */
    PROBLEM_CATEGORY("problemCategory"),
    /** Kind of the branch, as stored with the case. */
    BRANCH_KIND("branchKind"),
    /** State of the case. */
    STATE("state"),
    /** Round in which the case is counted. */
    ROUND("round"),
    /** Month of the source's own date. */
    MONTH("month"),
    /** Kind of the helper. */
    HELPER_KIND("helperKind");

    private final String code;

    Dimension(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Dimension> of(String code) {
        return Stream.of(values()).filter(dimension -> dimension.code.equals(code)).findFirst();
    }
}
