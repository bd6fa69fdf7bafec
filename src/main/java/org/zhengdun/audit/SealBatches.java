package org.zhengdun.audit;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Cuts a chain into runs of seals whose rows fit into memory together. */
@ApplicationScoped
class SealBatches {

    private static final int MOST_SEALS = 200;
    private static final int ENOUGH_ROWS = 2000;

    private final SealStore store;

    SealBatches(SealStore store) {
        this.store = store;
    }

    /** The next seals behind this number; empty at the end. */
    List<Seal> next(Seal.Head head, int after) {
        List<Seal> batch = new ArrayList<>();
        int rows = 0;
        for (Seal seal : store.seals(head.chain(), after, head.number(), MOST_SEALS)) {
            if (!batch.isEmpty() && rows + seal.rows() > ENOUGH_ROWS) {
                break;
            }
            batch.add(seal);
            rows += seal.rows();
        }
        return batch;
    }
}
