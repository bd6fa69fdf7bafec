package org.zhengdun.evidence;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file that a caller asked for (RFC 9110, section 14).
 *
 * @param from  first byte
 * @param count number of bytes; 0 when the file ends before the part begins
 */
record ByteRange(long from, long count) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** The asked part of a file; empty when none was asked for in a form that is understood, which means the whole file. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = SINGLE.matcher(String.valueOf(header).strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(number(range.group(2)), size);
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = number(range.group(1));
        long to = range.group(2).isEmpty() ? size - 1 : Math.min(number(range.group(2)), size - 1);
        if (!range.group(2).isEmpty() && isLess(range.group(2), range.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(from, from < size ? to - from + 1 : 0));
    }

    private static long number(String digits) {
        BigInteger position = new BigInteger(digits);
        return position.bitLength() < Long.SIZE ? position.longValue() : Long.MAX_VALUE;
    }

    private static boolean isLess(String digits, String others) {
        return new BigInteger(digits).compareTo(new BigInteger(others)) < 0;
    }

    /** The header that names the part in an answer. */
    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(from, from + count - 1, size);
    }
}
