package org.zhengdun.statistics;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Message;

/**
 * One side of a table of figures.
 *
 * @param level only with the dimension {@code ORG}
 */
record Axis(Dimension dimension, @Nullable OrgLevel level) {

    private static final String ORG = Dimension.ORG.code() + ":";

    /** Reads {@code org:COUNTY}, {@code category} and the like. */
    static Optional<Axis> of(String text) {
        if (text.startsWith(ORG)) {
            return Stream.of(OrgLevel.values()).filter(
                    level -> level.name().equals(text.substring(ORG.length()))).findFirst().map(
                            level -> new Axis(Dimension.ORG, level));
        }
        return Dimension.of(text).filter(dimension -> dimension != Dimension.ORG).map(
                dimension -> new Axis(dimension, null));
    }

    /** What the axis is called. */
    Message name() {
        return Message.of(level == null ? "dimension." + dimension.code() : "level." + level);
    }

    String code() {
        return level == null ? dimension.code() : ORG + level;
    }
}
