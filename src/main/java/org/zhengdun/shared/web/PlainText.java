package org.zhengdun.shared.web;

/** Which characters free text may have. */
public final class PlainText {

    /** Letters and symbols without a glyph: fillers of Hangul and the empty Braille pattern. */
    private static final String BLANKS = "\u115F\u1160\u2800\u3164\uFFA0";
    /** Plane of tags and variation selectors, none of which is seen. */
    private static final int TAGS = 14;

    private PlainText() {}

    /** Index of the first control, bidirectional or unpaired surrogate character, or -1. */
    public static int firstRefused(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || isControl(c) || isBidirectional(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether there is text, but nothing of it can be seen; ordinary white space alone counts as no text. */
    public static boolean isInvisible(String text) {
        return !text.trim().isEmpty() && text.codePoints().noneMatch(PlainText::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                false;
            case Character.UNASSIGNED -> character >> 16 < TAGS;
            default -> BLANKS.indexOf(character) < 0;
        };
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static boolean isBidirectional(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') || c == '\u200E' || c == '\u200F';
    }
}
