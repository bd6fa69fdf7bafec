package org.zhengdun.snapshots;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Mask;
import org.zhengdun.statistics.TableKind;

/**
 * Frozen figures in a list, with their latest revision.
 *
 * @param hash SHA-256 of the kept text; absent for external clients, who could try out what they are not shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SnapshotRow")
record SnapshotRow(long id, TableKind kind, int unitId, String unitName, String period, String title, int revision,
        @Nullable String hash, Instant dataAsOf, Instant frozenAt, String frozenBy) {

    /** As external clients see it: without hash and name. */
    SnapshotRow external() {
        return new SnapshotRow(id, kind, unitId, unitName, period, title, revision, null, dataAsOf, frozenAt,
                Mask.TEXT);
    }
}
