package org.zhengdun.evidence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.web.PlainText;

/** Names of files as callers give them: kept for people to read, never used as a name in the store. */
final class FileNames {

    static final int MOST = 200;

    private static final String SEPARATORS = "/\\:*?\"<>|";

    private FileNames() {}

    /** The name composed, as it is kept. */
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** What is wrong with a normal name of a file of this kind. */
    static Optional<Invalid> refused(String name, MediaKind kind) {
        if (name.isBlank() || name.length() > MOST) {
            return Optional.of(Invalid.of("?name", "evidence.name-length", MOST));
        }
        if (name.codePoints().anyMatch(FileNames::isRefused) || PlainText.firstRefused(name) >= 0
                || name.startsWith(".") || !name.equals(name.strip())) {
            return Optional.of(Invalid.of("?name", "evidence.name-characters"));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (kind.endings().stream().noneMatch(ending -> lower.endsWith(ending) && lower.length() > ending.length())) {
            return Optional.of(Invalid.of("?name", "evidence.name-ending", String.join(", ", kind.endings())));
        }
        return Optional.empty();
    }

    private static boolean isRefused(int character) {
        int type = Character.getType(character);
        return SEPARATORS.indexOf(character) >= 0 || type == Character.CONTROL || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }
}
