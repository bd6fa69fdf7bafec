package org.zhengdun.rounds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.web.PlainText;

/** Reads the texts of one row of a batch; every value that cannot be taken is found, not only the first. */
final class EntryReader {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_SHOWN = 40;

    private final ScreeningSeason round;
    private final String at;
    private final List<Invalid> errors = new ArrayList<>();

    EntryReader(ScreeningSeason round, int row) {
        this.round = round;
        this.at = "/rows/" + row;
    }

    /** A row after reading: its content, or why there is none. */
    record Read(@Nullable ScreeningContent content, List<Invalid> errors) {}

    Read read(ScreeningBatchRequest.Entry entry) {
        if (isEmpty(entry.branchCode())) {
            errors.add(Invalid.of(at + "/branchCode", "constraint.notblank"));
        }
        ScreeningMethod method = constant("/method", entry.method(), ScreeningMethod.values());
        ScreeningResult result = constant("/result", entry.result(), ScreeningResult.values());
        LocalDate screenedOn = date(entry.screenedOn());
        String findings = text("/findings", entry.findings());
        String evidence = text("/evidence", entry.evidence());
        requireSeen("/reason", entry.reason());
        if (method == null || result == null || screenedOn == null) {
            return new Read(null, errors);
        }
        ScreeningContent content = new ScreeningContent(method, result, findings, evidence, screenedOn);
        content.invalid(round, at).stream().filter(found -> errors.stream().noneMatch(
                known -> known.pointer().equals(found.pointer()))).toList().forEach(errors::add);
        return new Read(errors.isEmpty() ? content : null, errors);
    }

    private <E extends Enum<E>> @Nullable E constant(String field, @Nullable String name, E[] constants) {
        if (name == null || isEmpty(name)) {
            errors.add(Invalid.of(at + field, "constraint.notblank"));
            return null;
        }
        return Stream.of(constants).filter(constant -> constant.name().equals(name)).findFirst().orElseGet(() -> {
            errors.add(Invalid.of(at + field, "json.invalid-value", shown(name)));
            return null;
        });
    }

    private @Nullable LocalDate date(@Nullable String text) {
        if (text == null || isEmpty(text)) {
            errors.add(Invalid.of(at + "/screenedOn", "constraint.notblank"));
            return null;
        }
        Optional<LocalDate> day = DATE.matcher(text).matches() ? day(text) : Optional.empty();
        return day.orElseGet(() -> {
            errors.add(Invalid.of(at + "/screenedOn", "json.invalid-value", shown(text)));
            return null;
        });
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether nothing stands there, or nothing that can be seen. */
    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank() || PlainText.isInvisible(text);
    }

    private void requireSeen(String field, @Nullable String text) {
        if (text != null && PlainText.isInvisible(text)) {
            errors.add(Invalid.of(at + field, "constraint.notblank"));
        }
    }

    private @Nullable String text(String field, @Nullable String text) {
        requireSeen(field, text);
        if (text != null && text.length() > ScreeningContent.LONGEST_TEXT) {
            errors.add(Invalid.of(at + field, "constraint.size", ScreeningContent.LONGEST_TEXT, 0));
        }
        return isEmpty(text) ? null : text;
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
    }
}
