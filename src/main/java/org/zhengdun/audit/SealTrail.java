package org.zhengdun.audit;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Seals what was written to the trail, apart from the transactions that wrote it: each batch is one transaction that gives
 * each chain with new rows one seal (docs/audit.md).
 */
@ApplicationScoped
class SealTrail {

    private static final int SECONDS = 60;

    private final Jdbi jdbi;
    private final SealHorizon horizon;
    private final SealStore store;
    private final AuditConfig config;
    private final SecureRandom random = new SecureRandom();

    SealTrail(Jdbi jdbi, SealHorizon horizon, SealStore store, AuditConfig config) {
        this.jdbi = jdbi;
        this.horizon = horizon;
        this.store = store;
        this.config = config;
    }

    /** Seals everything that can be seen, unless another replica is at it; answers the number of rows. */
    int seal() {
        int all = 0;
        int batch = config.batch();
        while (batch == config.batch()) {
            batch = QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> jdbi.withHandle(this::sealBatch));
            all += batch;
        }
        return all;
    }

    private int sealBatch(Handle handle) {
        if (!horizon.isMine(handle)) {
            return 0;
        }
        SealHorizon.Horizon from = horizon.read(handle);
        List<AuditEntry> entries = horizon.unsealed(handle, from, config.batch());
        Map<Integer, List<Seal.Sealed>> chains = entries.stream().map(
                entry -> new Seal.Sealed(entry, Leaf.of(entry, random))).collect(
                        Collectors.groupingBy(row -> row.entry().chain(), TreeMap::new, Collectors.toList()));
        chains.forEach((chain, rows) -> store.add(handle, Seal.over(store.head(handle, chain), rows, from.now()),
                rows));
        horizon.advance(handle, from, entries.size() < config.batch() ? Long.MAX_VALUE : entries.getLast().id());
        return entries.size();
    }
}
