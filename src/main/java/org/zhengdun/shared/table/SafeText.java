package org.zhengdun.shared.table;

/** Text that no spreadsheet program takes for a formula (domain.md, section 7: exports). */
final class SafeText {

    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    static String of(String text) {
        return startsFormula(text) ? "'" + text : text;
    }

    /** Whether the first character that a spreadsheet program would not skip starts a formula. */
    private static boolean startsFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTS_FORMULA.indexOf(c) >= 0) {
                return true;
            }
            if (!isSkipped(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSkipped(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
