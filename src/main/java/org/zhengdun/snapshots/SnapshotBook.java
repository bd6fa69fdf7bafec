package org.zhengdun.snapshots;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.time.Days;

/** Writes the rows of snapshots, which never change. */
@ApplicationScoped
class SnapshotBook {

    private final Jdbi jdbi;
    private final Days days;

    SnapshotBook(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** A revision to write. */
    record Revision(long snapshotId, int number, @Nullable String reason, Dataset dataset, FrozenTable frozen,
            long by) {}

    long open(SnapshotPeriod period, Unit unit, String title) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO statistics_snapshot (kind, unit_id, ancestors, period, title)
                VALUES (:kind, :unit, :ancestors, :period, :title) RETURNING id""").bind("kind",
                period.kind().name()).bind("unit", unit.id()).bind("ancestors", unit.path()).bind("period",
                        period.period()).bind("title", title).mapTo(Long.class).one());
    }

    void write(Revision revision) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO statistics_snapshot_revision (snapshot_id, revision, reason, content, hash, data_as_of,
                    computed_at, frozen_at, frozen_by)
                VALUES (:snapshot, :revision, :reason, :content, :hash, :asOf, :computed, :now, :by)""").bind(
                "snapshot",
                revision.snapshotId()).bind("revision", revision.number()).bind("reason", revision.reason()).bind(
                        "content", revision.frozen().content()).bind("hash", revision.frozen().hash()).bind("asOf",
                                revision.dataset().updated()).bind("computed", revision.dataset().computedAt()).bind(
                                        "now",
                                        days.now()).bind("by", revision.by()).execute());
    }

    /** Holds others off until the revision is written. */
    void lock(long id) {
        jdbi.useHandle(handle -> handle.createQuery(
                "SELECT id FROM statistics_snapshot WHERE id = :id FOR UPDATE").bind("id", id).mapTo(Long.class).one());
    }
}
