package org.zhengdun.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows a chain seal by seal, and stops at the first place that does not hold. */
final class ChainWalk {

    private Seal.Head at;
    private long rows;
    private long erased;

    /** Starts behind this seal, whose hash is taken as it is. */
    ChainWalk(Seal.Head start) {
        this.at = start;
    }

    /** Number of the seal that was followed last. */
    int reached() {
        return at.number();
    }

    /** Whether the seal that was followed last is the one the chain remembers. */
    boolean endsIn(Seal.Head head) {
        return Arrays.equals(at.hash(), head.hash());
    }

    long rows() {
        return rows;
    }

    /** Rows of which a text was rightly erased. */
    long erased() {
        return erased;
    }

    /** Follows the next seal with the rows that are found under it, in the order of their ids. */
    Optional<ChainBreak> follow(Seal seal, List<SealedRow> found) {
        Optional<ChainBreak> broken = broken(seal).or(() -> broken(seal, found));
        if (broken.isEmpty()) {
            rows += found.size();
            erased += found.stream().filter(row -> !row.leaf().erased().isEmpty()).count();
            at = seal.head();
        }
        return broken;
    }

    private Optional<ChainBreak> broken(Seal seal) {
        int next = at.number() + 1;
        if (seal.number() != next) {
            return Optional.of(ChainBreak.of(BreakKind.SEAL_MISSING, next));
        }
        if (!seal.isWhole()) {
            return Optional.of(ChainBreak.of(BreakKind.SEAL_CHANGED, next));
        }
        return seal.follows(at) ? Optional.empty() : Optional.of(ChainBreak.of(BreakKind.CHAIN_CUT, next));
    }

    private Optional<ChainBreak> broken(Seal seal, List<SealedRow> found) {
        for (SealedRow row : found) {
            Optional<BreakKind> kind = broken(row);
            if (kind.isPresent()) {
                return Optional.of(new ChainBreak(kind.get(), seal.number(), row.id()));
            }
        }
        if (found.size() != seal.rows()) {
            return Optional.of(ChainBreak.of(
                    found.size() < seal.rows() ? BreakKind.ROW_MISSING : BreakKind.ROW_ADDED, seal.number()));
        }
        return seal.covers(found.stream().map(SealedRow::leaf).toList())
                ? Optional.empty()
                : Optional.of(ChainBreak.of(BreakKind.ROW_CHANGED, seal.number()));
    }

    private Optional<BreakKind> broken(SealedRow row) {
        AuditEntry entry = row.entry();
        if (entry == null) {
            return Optional.of(BreakKind.ROW_MISSING);
        }
        if (!row.isAsSealed() || entry.chain() != at.chain()) {
            return Optional.of(BreakKind.ROW_CHANGED);
        }
        return at.isTooOld(entry.at()) ? Optional.of(BreakKind.ORDER_BROKEN) : Optional.empty();
    }
}
