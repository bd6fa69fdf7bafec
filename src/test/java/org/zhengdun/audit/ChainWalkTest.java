package org.zhengdun.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final int CHAIN = 7;
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final List<Seal> seals = new ArrayList<>();
    private final List<List<SealedRow>> rows = new ArrayList<>();
    private long id;

    private void seal(AuditEntry... entries) {
        List<Seal.Sealed> sealed = List.of(entries).stream().map(
                entry -> new Seal.Sealed(entry, Leaf.of(entry, random))).toList();
        Seal seal = Seal.over(seals.isEmpty() ? Seal.Head.none(CHAIN) : seals.getLast().head(), sealed,
                NOON.plusSeconds(3600L * (seals.size() + 1)));
        seals.add(seal);
        rows.add(new ArrayList<>(sealed.stream().map(row -> new SealedRow(seal.number(), row.entry().id(), row.entry(),
                row.leaf(), Set.of())).toList()));
    }

    private AuditEntry entry(int minutes) {
        return entry(++id, minutes, Map.of(AuditField.ACTOR, "王", AuditField.AFTER, "{\"a\": 1}"));
    }

    private static AuditEntry entry(long id, int minutes, Map<AuditField, String> texts) {
        return new AuditEntry(id, NOON.plusSeconds(60L * minutes), 3L, "COUNTY_ORG", 9, new int[]{1, CHAIN, 9},
                "round.open", "round", "5", "trace", texts);
    }

    private Optional<ChainBreak> walk() {
        ChainWalk walk = new ChainWalk(Seal.Head.none(CHAIN));
        for (int i = 0; i < seals.size(); i++) {
            Optional<ChainBreak> broken = walk.follow(seals.get(i), rows.get(i));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private void replace(int seal, int row, @Nullable AuditEntry entry, Leaf leaf, Set<AuditField> acts) {
        SealedRow old = rows.get(seal).get(row);
        rows.get(seal).set(row, new SealedRow(old.seal(), old.id(), entry, leaf, acts));
    }

    @Test
    void anUntouchedChainHolds() {
        seal(entry(0), entry(1));
        seal(entry(2));
        assertThat(walk()).isEmpty();
    }

    @Test
    void equalRowsHaveDifferentLeaves() {
        AuditEntry entry = entry(0);
        assertThat(Leaf.of(entry, random).hash()).isNotEqualTo(Leaf.of(entry, random).hash());
    }

    @Test
    void namesTheRowWhoseTextIsAnother() {
        seal(entry(0), entry(1));
        SealedRow old = rows.getFirst().get(1);
        replace(0, 1, entry(old.id(), 1, Map.of(AuditField.ACTOR, "李", AuditField.AFTER, "{\"a\": 1}")), old.leaf(),
                Set.of());
        assertThat(walk()).contains(new ChainBreak(BreakKind.ROW_CHANGED, 1, old.id()));
    }

    @Test
    void namesTheRowThatGotAText() {
        seal(entry(0));
        SealedRow old = rows.getFirst().getFirst();
        replace(0, 0, entry(old.id(), 0, Map.of(AuditField.ACTOR, "王", AuditField.AFTER, "{\"a\": 1}",
                AuditField.REASON, "x")), old.leaf(), Set.of());
        assertThat(walk()).contains(new ChainBreak(BreakKind.ROW_CHANGED, 1, old.id()));
    }

    @Test
    void aTextMayGoOnlyByAnAct() {
        seal(entry(0));
        SealedRow old = rows.getFirst().getFirst();
        byte[] salts = old.leaf().salts().clone();
        Arrays.fill(salts, 64, 80, (byte) 0);
        Leaf lost = new Leaf(old.leaf().hash(), salts, old.leaf().commitments());
        AuditEntry rest = entry(old.id(), 0, Map.of(AuditField.ACTOR, "王"));
        replace(0, 0, rest, lost, Set.of(AuditField.ACTOR));
        assertThat(walk()).contains(new ChainBreak(BreakKind.ROW_CHANGED, 1, old.id()));
        replace(0, 0, rest, lost, Set.of(AuditField.AFTER));
        assertThat(walk()).isEmpty();
    }

    @Test
    void namesTheSealThatIsGoneOrDoesNotFollow() {
        seal(entry(0));
        seal(entry(1));
        seal(entry(2));
        Seal second = seals.remove(1);
        List<SealedRow> under = rows.remove(1);
        assertThat(walk()).contains(ChainBreak.of(BreakKind.SEAL_MISSING, 2));
        seals.add(1, Seal.over(new Seal.Head(CHAIN, 1, new byte[32], NOON), List.of(new Seal.Sealed(
                Objects.requireNonNull(under.getFirst().entry()), under.getFirst().leaf())),
                second.sealedAt()));
        rows.add(1, under);
        assertThat(walk()).contains(ChainBreak.of(BreakKind.CHAIN_CUT, 2));
    }

    @Test
    void namesTheSealWhoseFieldsAreOthers() {
        seal(entry(0));
        Seal seal = seals.getFirst();
        seals.set(0, new Seal(CHAIN, 1, 1, seal.firstId(), seal.lastId(), seal.rowsHash(), seal.previous(),
                seal.rowsTill(), seal.sealedAt().plusMillis(1), seal.hash()));
        assertThat(walk()).contains(ChainBreak.of(BreakKind.SEAL_CHANGED, 1));
    }

    @Test
    void aRowSealedLongAfterItsTimeBreaksTheOrder() {
        seal(entry(30));
        seal(entry(16));
        assertThat(walk()).isEmpty();
        seal(entry(14));
        assertThat(walk()).contains(new ChainBreak(BreakKind.ORDER_BROKEN, 3, id));
    }
}
