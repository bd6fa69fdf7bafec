package org.zhengdun.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;

/** Writes a chain with its rows line by line (docs/audit.md); no connection is held while the reader is slow. */
@ApplicationScoped
class ExportChain {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int LOOSE_ROWS = 1000;

    private final SealStore store;
    private final SealBatches batches;
    private final LooseRows loose;
    private final ExportLines lines;

    ExportChain(SealStore store, SealBatches batches, LooseRows loose, ExportLines lines) {
        this.store = store;
        this.batches = batches;
        this.loose = loose;
        this.lines = lines;
    }

    StreamingOutput of(int chain, int fromSeal, @Nullable Integer toSeal, Scope scope) {
        Seal.Head head = store.head(chain);
        head.requireWithin(fromSeal);
        if (toSeal != null && toSeal < fromSeal) {
            throw ProblemException.invalid("?toSeal", "audit.range-reversed");
        }
        Seal.Head start = store.seal(chain, fromSeal - 1).map(Seal::head).orElseGet(() -> Seal.Head.none(chain));
        boolean whole = toSeal == null || toSeal >= head.number();
        Seal.Head end = whole || toSeal == null ? head : new Seal.Head(chain, toSeal, head.hash(), head.rowsTill());
        return out -> {
            write(out, lines.header(start, fromSeal, end.number(), head));
            int seals = writeSeals(out, start, fromSeal, end, scope);
            int rows = whole ? writeLoose(out, chain, scope) : 0;
            write(out, lines.end(seals, rows));
            out.flush();
        };
    }

    private int writeSeals(OutputStream out, Seal.Head start, int fromSeal, Seal.Head end, Scope scope)
            throws IOException {
        int written = 0;
        int reached = Math.max(start.number(), fromSeal - 1);
        List<Seal> seals = batches.next(end, reached);
        while (!seals.isEmpty()) {
            Map<Integer, List<SealedRow>> rows = store.rows(end.chain(), seals.getFirst().number(),
                    seals.getLast().number()).stream().collect(Collectors.groupingBy(SealedRow::seal));
            for (Seal seal : seals) {
                write(out, lines.seal(seal));
                for (SealedRow row : rows.getOrDefault(seal.number(), List.of())) {
                    write(out, lines.row(row, scope));
                }
            }
            written += seals.size();
            seals = batches.next(end, seals.getLast().number());
        }
        return written;
    }

    private int writeLoose(OutputStream out, int chain, Scope scope) throws IOException {
        int written = 0;
        List<LooseRows.Row> rows = loose.page(chain, 0, LOOSE_ROWS);
        while (!rows.isEmpty()) {
            for (LooseRows.Row row : rows) {
                write(out, lines.loose(row, scope));
            }
            written += rows.size();
            rows = loose.page(chain, rows.getLast().entry().id(), LOOSE_ROWS);
        }
        return written;
    }

    private static void write(OutputStream out, ObjectNode line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
