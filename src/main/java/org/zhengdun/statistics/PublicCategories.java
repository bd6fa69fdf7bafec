package org.zhengdun.statistics;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The categories by which external clients see cases (docs/adr/0024): the national types, whatever occurs. A local category
 * counts as the column of the annual form that it had at confirmation, or as the national one it is mapped to.
 */
final class PublicCategories {

    /** Local categories that count as no national type. */
    static final String LOCAL = "LOCAL";
    /** The restricted ones among them. */
    static final String LOCAL_RESTRICTED = "LOCAL-RESTRICTED";

    private static final int FIRST_COLUMN = 4;
    private static final int LAST_COLUMN = 13;
    private static final int NATIONAL_TYPES = 16;

    static final List<String> CODES = Stream.of(
            IntStream.rangeClosed(1, NATIONAL_TYPES).mapToObj("W%02d"::formatted), Stream.of("W99", LOCAL,
                    LOCAL_RESTRICTED)).flatMap(codes -> codes).toList();

    private PublicCategories() {}

    /** The place of a category among the codes. */
    static int index(String code, @Nullable Integer formColumn, @Nullable String mapsTo, boolean restricted) {
        if (formColumn != null) {
            return formColumn - FIRST_COLUMN;
        }
        int national = Math.max(CODES.indexOf(code), mapsTo == null ? -1 : CODES.indexOf(mapsTo));
        return national >= 0 ? national : CODES.indexOf(restricted ? LOCAL_RESTRICTED : LOCAL);
    }

    /** The category that a column of the annual form counts. */
    static OptionalInt ofColumn(int column) {
        return column < FIRST_COLUMN || column > LAST_COLUMN
                ? OptionalInt.empty()
                : OptionalInt.of(column - FIRST_COLUMN);
    }

    /** Which of them are restricted, given the restricted national ones. */
    static BitSet restricted(Set<String> national) {
        BitSet restricted = new BitSet();
        IntStream.range(0, CODES.size()).filter(
                index -> national.contains(CODES.get(index)) || CODES.get(index).equals(LOCAL_RESTRICTED)).forEach(
                        restricted::set);
        return restricted;
    }
}
