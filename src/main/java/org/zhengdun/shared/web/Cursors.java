package org.zhengdun.shared.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Digests;

/**
 * Keyset cursors: the sort key of the last row, bound by a digest to the list, its filters and the caller. A forged digest
 * would only choose another starting row inside the same scope, so no secret is needed.
 */
@RequestScoped
public class Cursors {

    private static final String SEPARATOR = "\u001f";
    private static final int DIGEST_BYTES = 12;

    private final RoutingContext request;
    private final Caller caller;

    Cursors(RoutingContext request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    /**
     * The sort key after which the page starts, or the given first key.
     *
     * @param first smallest possible key, one text per sort column; null in a first key is not allowed
     */
    public List<String> after(PageRequest page, List<String> first) {
        return page.cursor == null ? first : read(page.cursor, first.size());
    }

    /** Cuts the one row that was read beyond the page and makes the cursor of the next page from the last kept one. */
    public <T> Page<T> page(PageRequest page, List<T> rows, Function<T, List<?>> key) {
        if (rows.size() <= page.limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> kept = rows.subList(0, page.limit);
        return new Page<>(List.copyOf(kept), write(key.apply(kept.getLast())));
    }

    private String write(List<?> key) {
        return token(String.join(SEPARATOR, key.stream().map(String::valueOf).toList()).getBytes(
                StandardCharsets.UTF_8));
    }

    private String token(byte[] payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload) + "." + encoder.encodeToString(digest(payload));
    }

    /** Only the very text that was given out is read back: Base64 has several texts for the same bytes. */
    private List<String> read(String cursor, int columns) {
        try {
            byte[] payload = Base64.getUrlDecoder().decode(cursor.split("\\.", 2)[0]);
            List<String> key = List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (key.size() == columns && key.stream().allMatch(part -> PlainText.firstRefused(part) < 0)
                    && token(payload).equals(cursor)) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return ProblemException.at(ProblemType.INVALID_CURSOR, List.of(Invalid.of("?cursor", "cursor.invalid")));
    }

    private byte[] digest(byte[] payload) {
        String bound = request.request().path() + SEPARATOR + filters() + SEPARATOR + caller.issuer() + SEPARATOR
                + caller.subject() + SEPARATOR;
        return Arrays.copyOf(Digests.sha256(bound, payload), DIGEST_BYTES);
    }

    private String filters() {
        MultiMap parameters = request.queryParams();
        return parameters.names().stream().filter(name -> !name.equals("cursor") && !name.equals("limit")).sorted().map(
                name -> name + "=" + parameters.getAll(name)).toList().toString();
    }

    /** The cursor's text as a number, or 400. */
    public static long number(@Nullable String text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException notANumber) {
            throw invalid();
        }
    }

    /** The cursor's text as a UUID, or 400. */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAUuid) {
            throw invalid();
        }
    }

    /** The cursor's text as a date, or 400. */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw invalid();
        }
    }
}
