package org.zhengdun.audit;

import java.util.Locale;

/** The texts of an audit row that may name people; they enter its hash as commitments, so that they can be erased. */
enum AuditField {
    /** Name of who acted. */
    ACTOR,
    /** The reason he gave. */
    REASON,
    /** Where he acted from. */
    CLIENT_ADDRESS,
    /** The object before. */
    BEFORE,
    /** The object after. */
    AFTER;

    /** What stands in the trail for an erased actor, who cannot be left out. */
    static final String ERASED_ACTOR = "*";

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
