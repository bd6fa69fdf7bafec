package org.zhengdun.evidence;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.time.Days;

/**
 * Objects on their way into the store. Each has a row before its first byte is stored; the transaction that keeps it deletes
 * the row; an object whose row stays belongs to nobody and is removed, at once or by the sweep.
 */
@ApplicationScoped
class Staging {

    private static final Logger LOG = Logger.getLogger(Staging.class);
    private static final Duration LEFT_OVER = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final Jdbi jdbi;
    private final FileStore store;
    private final Days days;

    Staging(Jdbi jdbi, FileStore store, Days days) {
        this.jdbi = jdbi;
        this.store = store;
        this.days = days;
    }

    /** Stores the file; it is nobody's until it is kept. */
    UUID stage(Spooled file) {
        UUID object = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("INSERT INTO evidence_upload (object, started_at) VALUES (?, ?)",
                object, days.now()));
        try {
            store.keep(object, file.path());
        } catch (RuntimeException failure) {
            discardUnlessKept(object);
            throw failure;
        }
        return object;
    }

    /** Keeps the object, in the transaction that makes it somebody's. */
    void keep(UUID object) {
        int kept = jdbi.withHandle(handle -> handle.execute(
                "DELETE FROM evidence_upload WHERE object = ? AND swept_at IS NULL", object));
        if (kept == 0) {
            throw ProblemException.of(ProblemType.UNAVAILABLE);
        }
    }

    /** Removes the object unless its transaction was committed; what cannot be removed now is swept later. */
    void discardUnlessKept(UUID object) {
        try {
            boolean staged = jdbi.withHandle(handle -> handle.createQuery(
                    "SELECT EXISTS (SELECT FROM evidence_upload WHERE object = :object)").bind("object", object).mapTo(
                            Boolean.class).one());
            if (staged) {
                remove(object);
            }
        } catch (RuntimeException later) {
            LOG.warnf(later, "Object %s stays until it is swept", object);
        }
    }

    @Scheduled(every = "10m", delayed = "3m")
    void sweep() {
        for (UUID object : claim()) {
            try {
                remove(object);
            } catch (RuntimeException later) {
                LOG.warnf(later, "Object %s stays until the next sweep", object);
            }
        }
    }

    private List<UUID> claim() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                UPDATE evidence_upload SET swept_at = :now WHERE object IN (
                    SELECT object FROM evidence_upload WHERE started_at < :before ORDER BY started_at LIMIT :limit
                    FOR UPDATE SKIP LOCKED) RETURNING object""").bind("now", days.now()).bind("before",
                days.now().minus(LEFT_OVER)).bind("limit", AT_ONCE).mapTo(UUID.class).list());
    }

    private void remove(UUID object) {
        store.remove(object);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM evidence_upload WHERE object = ?", object));
    }
}
