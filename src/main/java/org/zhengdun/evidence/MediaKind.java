package org.zhengdun.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The kinds of files that are recognized by their first bytes. */
enum MediaKind {
    /** Photo. */
    JPEG(Type.JPEG, List.of(".jpg", ".jpeg"), head -> startsWith(head, 0xFF, 0xD8, 0xFF)),
    /** Image. */
    PNG(Type.PNG, List.of(".png"), head -> startsWith(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')),
    /** Document that is not edited. */
    PDF(Type.PDF, List.of(".pdf"), head -> startsWith(head, '%', 'P', 'D', 'F', '-')),
    /** Film. */
    MP4(Type.MP4, List.of(".mp4"), head -> text(head, 4, 4).equals("ftyp")),
    /** Text document. */
    DOCX(Type.DOCX, List.of(".docx"), head -> isOffice(head, "word/")),
    /** Spreadsheet. */
    XLSX(Type.XLSX, List.of(".xlsx"), head -> isOffice(head, "xl/"));

    /** How many bytes of a file are looked at. */
    static final int HEAD = 256;

    private static final int ZIP_NAME_LENGTH = 26;
    private static final int ZIP_NAME = 30;

    private final String type;
    private final List<String> endings;
    private final Predicate<byte[]> magic;

    /** Media types as texts, for annotations. */
    static final class Type {
        static final String JPEG = "image/jpeg";
        static final String PNG = "image/png";
        static final String PDF = "application/pdf";
        static final String MP4 = "video/mp4";
        static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        private Type() {}
    }

    MediaKind(String type, List<String> endings, Predicate<byte[]> magic) {
        this.type = type;
        this.endings = endings;
        this.magic = magic;
    }

    /** The kind of a Content-Type header. */
    static Optional<MediaKind> of(@Nullable String contentType) {
        String type = String.valueOf(contentType).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    String type() {
        return type;
    }

    List<String> endings() {
        return endings;
    }

    /** Whether a file that begins so can be of this kind. */
    boolean matches(byte[] head) {
        return magic.test(head);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A ZIP whose first entry is one of a document of this sort; other archives begin with entries of their own. */
    private static boolean isOffice(byte[] head, String folder) {
        if (!startsWith(head, 'P', 'K', 3, 4) || head.length < ZIP_NAME) {
            return false;
        }
        int length = (head[ZIP_NAME_LENGTH] & 0xFF) | (head[ZIP_NAME_LENGTH + 1] & 0xFF) << 8;
        String first = text(head, ZIP_NAME, length);
        return Stream.of("[Content_Types].xml", "_rels/", "docProps/", folder).anyMatch(first::startsWith);
    }

    private static String text(byte[] head, int from, int length) {
        int end = Math.min(head.length, from + length);
        return end <= from ? "" : new String(Arrays.copyOfRange(head, from, end), StandardCharsets.ISO_8859_1);
    }
}
