package org.zhengdun.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;

/** What the superuser of the database does to the trail is found by the service and by the script. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class TamperTest {

    @Inject
    Jdbi jdbi;
    @Inject
    SealTrail sealing;

    private Trail trail;
    private List<Long> first;
    private List<Long> second;
    private List<Long> third;

    @BeforeEach
    void sealThreeTimes() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python3 here");
        trail = new Trail(jdbi, sealing);
        first = trail.seal(2);
        second = trail.seal(2);
        third = trail.seal(2);
        assertThat(trail.verify().getBoolean("intact")).isTrue();
        assertThat(trail.script()).startsWith("0 INTACT");
    }

    private void assertFirstBreak(String kind, @Nullable Integer seal, @Nullable Long row) {
        JsonPath answer = trail.verify();
        assertThat(answer.getBoolean("intact")).isFalse();
        assertThat(answer.getString("firstBreak.kind")).isEqualTo(kind);
        assertThat(answer.<Integer>get("firstBreak.seal")).isEqualTo(seal);
        assertThat(answer.getString("firstBreak.rowId")).isEqualTo(row == null ? null : row.toString());
        assertThat(trail.script()).isEqualTo("1 BROKEN " + kind + (seal == null ? "" : " seal " + seal)
                + (row == null ? "" : " row " + row));
    }

    @Test
    void aChangedText() {
        trail.tamper("UPDATE audit_entry SET after = after || '{\"name\": \"别的\"}' WHERE id = ?", second.get(1));
        assertFirstBreak("ROW_CHANGED", 2, second.get(1));
    }

    @Test
    void aChangedTime() {
        trail.tamper("UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE id = ?", second.getFirst());
        assertFirstBreak("ROW_CHANGED", 2, second.getFirst());
    }

    @Test
    void aDeletedRow() {
        trail.tamper("DELETE FROM audit_entry WHERE id = ?", second.getFirst());
        assertFirstBreak("ROW_MISSING", 2, second.getFirst());
    }

    @Test
    void aDeletedRowWithWhatWasSealedOfIt() {
        trail.tamper("DELETE FROM audit_entry WHERE id = ?", second.getFirst());
        trail.tamper("DELETE FROM audit_leaf WHERE entry_id = ?", second.getFirst());
        assertFirstBreak("ROW_MISSING", 2, null);
    }

    @Test
    void aForgedRowInThePast() {
        trail.tamper(
                """
                        INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id, trace_id)
                        SELECT at - interval '1 hour', account_id, actor, role, unit_id, ancestors, action, entity, '0', trace_id
                        FROM audit_entry WHERE id = ?""",
                first.getFirst());
        sealing.seal();
        long forged = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT max(id) FROM audit_entry WHERE entity_id = '0' AND a1 = :province").bind("province",
                        trail.world.province()).mapTo(Long.class).one());
        assertFirstBreak("ROW_ADDED", null, forged);
    }

    @Test
    void theLastSealTakenAwayWithItsRows() {
        trail.tamper("DELETE FROM audit_entry WHERE id IN (?, ?)", third.get(0), third.get(1));
        trail.tamper("DELETE FROM audit_leaf WHERE entry_id IN (?, ?)", third.get(0), third.get(1));
        int last = trail.verify().getInt("firstBreak.seal");
        trail.tamper("DELETE FROM audit_seal WHERE chain = ? AND number = ?", trail.world.province(), last);
        assertFirstBreak("SEAL_MISSING", last, null);
    }

    @Test
    void twoRowsThatChangedTheirPlaces() {
        String columns = "at, entity_id, after, trace_id, reason, before, action";
        trail.tamper("""
                UPDATE audit_entry e SET (%1$s) = (SELECT %1$s FROM audit_entry o WHERE o.id = ?1 + ?2 - e.id)
                WHERE id IN (?1, ?2)""".formatted(columns).replace("?1", first.get(0).toString()).replace("?2",
                first.get(1).toString()));
        assertFirstBreak("ROW_CHANGED", 1, first.getFirst());
    }

    @Test
    void aRowMovedToAnotherProvince() {
        Trail other = new Trail(jdbi, sealing);
        other.seal(1);
        trail.tamper("UPDATE audit_entry SET ancestors = (SELECT ancestors FROM org_unit WHERE id = ?) WHERE id = ?",
                other.world.county(), second.getFirst());
        assertFirstBreak("ROW_CHANGED", 2, second.getFirst());
        JsonPath there = other.verify();
        assertThat(there.getString("firstBreak.kind")).isEqualTo("ROW_ADDED");
        assertThat(there.getLong("firstBreak.rowId")).isEqualTo(second.getFirst());
        assertThat(other.script()).isEqualTo("1 BROKEN ROW_ADDED row " + second.getFirst());
    }

    @Test
    void aCutOutSealInTheMiddle() {
        trail.tamper("DELETE FROM audit_seal WHERE chain = ? AND number = 2", trail.world.province());
        assertFirstBreak("SEAL_MISSING", 2, null);
    }

    @Test
    void aTextTakenAwayWithoutTheActOfTwoPeople() {
        trail.tamper("UPDATE audit_entry SET after = NULL WHERE id = ?", second.getFirst());
        trail.tamper(
                "UPDATE audit_leaf SET salts = overlay(salts PLACING decode(repeat('00', 16), 'hex') FROM 65 FOR 16)"
                        + " WHERE entry_id = ?",
                second.getFirst());
        assertFirstBreak("ROW_CHANGED", 2, second.getFirst());
    }

    @Test
    void aRowRewrittenWithItsSealAndAllLaterOnes() {
        JsonPath seals = trail.auditor().get("/api/v1/audit/seals").jsonPath();
        int number = seals.getInt("items[0].number");
        String hash = seals.getString("items[0].hash");
        trail.tamper("UPDATE audit_entry SET entity_id = '0' WHERE id = ?", second.getFirst());
        TestStack.superuser().useTransaction(this::sealAgain);
        assertThat(trail.verify().getBoolean("intact")).isTrue();
        assertThat(trail.script()).startsWith("0 INTACT");
        JsonPath answer = trail.verify(number, hash);
        assertThat(answer.getString("firstBreak.kind")).isEqualTo("ANCHOR_MISMATCH");
        assertThat(answer.getInt("firstBreak.seal")).isEqualTo(number);
        assertThat(trail.script(number, hash)).isEqualTo("1 BROKEN ANCHOR_MISMATCH seal " + number);
    }

    /** What a superuser would write who knows the algorithm. */
    private void sealAgain(Handle handle) {
        handle.execute("SET LOCAL session_replication_role = replica");
        SealStore store = new SealStore(jdbi);
        int chain = trail.world.province();
        Seal.Head head = Seal.Head.none(chain);
        for (Seal seal : store.seals(chain, 0, Integer.MAX_VALUE, 100)) {
            List<Seal.Sealed> rows = store.rows(chain, seal.number(), seal.number()).stream().map(row -> {
                AuditEntry entry = requireNonNull(row.entry());
                return new Seal.Sealed(entry, Leaf.of(entry, new SecureRandom()));
            }).toList();
            Seal forged = Seal.over(head, rows, seal.sealedAt());
            handle.execute("DELETE FROM audit_leaf WHERE chain = ? AND number = ?", chain, seal.number());
            handle.execute("DELETE FROM audit_seal WHERE chain = ? AND number = ?", chain, seal.number());
            store.add(handle, forged, rows);
            head = forged.head();
        }
        assertThat(HexFormat.of().formatHex(head.hash())).hasSize(64);
    }
}
