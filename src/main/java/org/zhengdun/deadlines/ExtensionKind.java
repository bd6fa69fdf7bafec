package org.zhengdun.deadlines;

import java.util.Locale;

/** What a request asks for a deadline. */
enum ExtensionKind {
    /** A later date (延期). */
    EXTENSION,
    /** That the clock stands still until a day (挂账). */
    SUSPENSION;

    /** Stable name of what happens to such a request. */
    String named(String what) {
        return name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
