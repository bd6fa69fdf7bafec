package org.zhengdun.snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Mask;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Role;
import org.zhengdun.shared.table.Tabular;
import org.zhengdun.statistics.TableKind;

/**
 * One revision of frozen figures.
 *
 * @param revisions all revisions, the first one first
 * @param changes   cells that differ from the first revision; absent in the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Snapshot")
record SnapshotDetail(long id, TableKind kind, int unitId, String unitName, String period, String title, int revision,
        @Nullable String hash, Instant dataAsOf, Instant computedAt, List<Revision> revisions, Table table,
        @Nullable List<CellChange> changes, @JsonIgnore Dataset dataset) implements Tabular {

    /** Who froze a revision, when and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SnapshotRevision")
    record Revision(int revision, @Nullable String reason, @Nullable String hash, Instant dataAsOf, Instant frozenAt,
            String frozenBy) {

        private Revision external() {
            return new Revision(revision, null, null, dataAsOf, frozenAt, Mask.TEXT);
        }
    }

    /**
     * The frozen table.
     *
     * @param values one per cell, the last dimension fastest; null is not shown
     * @param status why a value is not shown, by its place among the values
     */
    @Schema(name = "SnapshotTable")
    record Table(String label, List<Dimension> dimensions, List<@Nullable BigDecimal> values,
            Map<Integer, String> status) {

        static Table of(Dataset dataset) {
            return new Table(dataset.label(), dataset.dimensions().stream().map(Dimension::of).toList(),
                    dataset.values(), dataset.status());
        }
    }

    /** One dimension of the table. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SnapshotDimension")
    record Dimension(String code, String label, @Nullable Role role, List<Category> categories) {

        private static Dimension of(Dataset.Dimension dimension) {
            return new Dimension(dimension.code(), dimension.label(), dimension.role(),
                    dimension.categories().stream().map(
                            category -> new Category(category.code(), category.label())).toList());
        }
    }

    /** One category of a dimension. */
    @Schema(name = "SnapshotCategory")
    record Category(String code, String label) {}

    /**
     * A cell that a correction changed.
     *
     * @param cell       code of the category in each dimension
     * @param difference the value of this revision less that of the first; absent when one of them is not shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SnapshotCellChange")
    record CellChange(Map<String, String> cell, @Nullable BigDecimal first, @Nullable BigDecimal value,
            @Nullable BigDecimal difference) {}

    /** As external clients see it: without hashes, by which they could try out what they are not shown, names and words. */
    SnapshotDetail external() {
        return new SnapshotDetail(id, kind, unitId, unitName, period, title, revision, null, dataAsOf, computedAt,
                revisions.stream().map(Revision::external).toList(), table, changes, dataset);
    }

    @Override
    public Dataset toDataset() {
        return dataset.named(dataset.name() + "-r" + revision);
    }
}
