package org.zhengdun.audit;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the database holds of a sealed row now.
 *
 * @param entry         the row; null when it is gone
 * @param rightlyErased fields that two people agreed to erase
 */
record SealedRow(int seal, long id, @Nullable AuditEntry entry, Leaf leaf, Set<AuditField> rightlyErased) {

    boolean isAsSealed() {
        return entry != null && leaf.isOf(entry, rightlyErased);
    }
}
