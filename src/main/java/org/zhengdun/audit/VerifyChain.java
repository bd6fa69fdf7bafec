package org.zhengdun.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.LongStatements;

/** Recomputes a chain from the rows of the trail; as many rows as are held in memory at once are never more than a batch. */
@ApplicationScoped
class VerifyChain {

    private static final int SECONDS = 120;

    private final Jdbi jdbi;
    private final SealStore store;
    private final SealBatches batches;
    private final LooseRows loose;
    private final AuditConfig config;

    VerifyChain(Jdbi jdbi, SealStore store, SealBatches batches, LooseRows loose, AuditConfig config) {
        this.jdbi = jdbi;
        this.store = store;
        this.batches = batches;
        this.loose = loose;
        this.config = config;
    }

    /** A seal that was kept outside. */
    record Anchor(int number, String hash) {}

    ChainVerification run(int chain, int from, @Nullable Anchor anchor) {
        Seal.Head head = head(chain, from);
        ChainWalk walk = new ChainWalk(start(chain, from));
        Optional<ChainBreak> broken = missingStart(chain, from).or(() -> follow(walk, head)).or(
                () -> missingEnd(walk, head));
        Optional<ChainBreak> anchored = anchor == null ? Optional.empty() : broken(chain, anchor);
        Optional<ChainBreak> first = broken.filter(found -> anchor == null || !isAfter(found, anchor)).or(
                () -> anchored).or(() -> broken);
        boolean ended = first.isPresent() || walk.reached() >= head.number();
        return ended ? ended(walk, from, head, first) : answer(walk, from, head, first, null);
    }

    /** The last seal; a range that begins beyond it is refused, since nothing would be verified. */
    private Seal.Head head(int chain, int from) {
        Seal.Head head = store.head(chain);
        head.requireWithin(from);
        return head;
    }

    private ChainVerification ended(ChainWalk walk, int from, Seal.Head head, Optional<ChainBreak> first) {
        LooseRows.Count count = QuarkusTransaction.requiringNew().timeout(SECONDS).call(
                () -> LongStatements.with(jdbi, handle -> loose.count(handle, head)));
        Long added = count.added();
        return answer(walk, from, head,
                first.or(() -> added == null
                        ? Optional.empty()
                        : Optional.of(new ChainBreak(BreakKind.ROW_ADDED, null, added))),
                count);
    }

    private ChainVerification answer(ChainWalk walk, int from, Seal.Head head, Optional<ChainBreak> first,
            LooseRows.@Nullable Count count) {
        SealRow last = store.seal(head.chain(), head.number()).map(SealRow::of).orElse(null);
        return new ChainVerification(head.chain(), first.isEmpty(), first.orElse(null), from, walk.reached(),
                walk.rows(), walk.erased(), count == null ? walk.reached() + 1 : null,
                count == null ? null : count.rows(), count == null ? null : count.oldest(), last);
    }

    /** The seal before the first to be followed; its hash is taken as it is, or as missing. */
    private Seal.Head start(int chain, int from) {
        return store.seal(chain, from - 1).map(Seal::head).orElseGet(() -> Seal.Head.none(chain));
    }

    private Optional<ChainBreak> missingStart(int chain, int from) {
        return from == 1 || store.seal(chain, from - 1).isPresent()
                ? Optional.empty()
                : Optional.of(ChainBreak.of(BreakKind.SEAL_MISSING, from - 1));
    }

    private Optional<ChainBreak> follow(ChainWalk walk, Seal.Head head) {
        List<Seal> seals = batches.next(head, walk.reached());
        while (!seals.isEmpty() && walk.rows() < config.verifyRows()) {
            Map<Integer, List<SealedRow>> rows = store.rows(head.chain(), seals.getFirst().number(),
                    seals.getLast().number()).stream().collect(Collectors.groupingBy(SealedRow::seal));
            for (Seal seal : seals) {
                Optional<ChainBreak> broken = walk.follow(seal, rows.getOrDefault(seal.number(), List.of()));
                if (broken.isPresent()) {
                    return broken;
                }
            }
            seals = batches.next(head, walk.reached());
        }
        return Optional.empty();
    }

    /** The chain remembers its last seal: what lies between it and the last that was found is missing. */
    private Optional<ChainBreak> missingEnd(ChainWalk walk, Seal.Head head) {
        boolean more = walk.reached() < head.number() && !batches.next(head, walk.reached()).isEmpty();
        if (more || walk.reached() > head.number()) {
            return Optional.empty();
        }
        if (walk.reached() < head.number()) {
            return Optional.of(ChainBreak.of(BreakKind.SEAL_MISSING, walk.reached() + 1));
        }
        return walk.endsIn(head)
                ? Optional.empty()
                : Optional.of(ChainBreak.of(BreakKind.SEAL_CHANGED, head.number()));
    }

    private Optional<ChainBreak> broken(int chain, Anchor anchor) {
        return store.seal(chain, anchor.number()).map(
                seal -> seal.hashText().equals(anchor.hash())
                        ? Optional.<ChainBreak>empty()
                        : Optional.of(ChainBreak.of(BreakKind.ANCHOR_MISMATCH, anchor.number()))).orElseGet(
                                () -> Optional.of(ChainBreak.of(BreakKind.SEAL_MISSING, anchor.number())));
    }

    private static boolean isAfter(ChainBreak found, Anchor anchor) {
        Integer seal = found.seal();
        return seal == null || seal > anchor.number();
    }
}
