package org.zhengdun.audit;

import java.util.HexFormat;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.security.Scope;

/** The lines of an export; every value stands as it is hashed. */
@ApplicationScoped
class ExportLines {

    private final ObjectMapper json;

    ExportLines(ObjectMapper json) {
        this.json = json;
    }

    /** What the first seal follows, and what the chain remembers as its last. */
    ObjectNode header(Seal.Head start, int fromSeal, int toSeal, Seal.Head head) {
        return line("header").put("format", "zhengdun-audit-export-1").put("chain", head.chain()).put("fromSeal",
                fromSeal).put("toSeal", toSeal).put("previous", hex(start.hash())).put("previousRowsTill",
                        AuditEntry.text(start.rowsTill())).put("lastSeal", head.number()).put("lastHash",
                                hex(head.hash())).put("lastRowsTill", AuditEntry.text(head.rowsTill()));
    }

    ObjectNode seal(Seal seal) {
        return line("seal").put("number", seal.number()).put("rows", seal.rows()).put("firstId", seal.firstId()).put(
                "lastId", seal.lastId()).put("rowsHash", hex(seal.rowsHash())).put("previous",
                        hex(seal.previous())).put("rowsTill", AuditEntry.text(seal.rowsTill())).put("sealedAt",
                                AuditEntry.text(seal.sealedAt())).put("hash", seal.hashText());
    }

    /** A sealed row; without its texts where the caller may not read it, without anything where it is gone. */
    ObjectNode row(SealedRow row, Scope scope) {
        ObjectNode line = line("row").put("seal", row.seal()).put("id", row.id()).put("leaf", hex(row.leaf().hash()));
        AuditEntry entry = row.entry();
        if (entry == null) {
            return line;
        }
        if (!scope.covers(entry.place())) {
            return line.put("withheld", true).put("chain", entry.chain());
        }
        ObjectNode salts = line.putObject("salts");
        ObjectNode commitments = line.putObject("commitments");
        for (AuditField field : AuditField.values()) {
            salts.put(field.column(), row.leaf().saltText(field));
            commitments.put(field.column(), row.leaf().commitmentText(field));
        }
        line.set("row", entry(entry));
        return line;
    }

    /** A row that no seal of the chain covers. */
    ObjectNode loose(LooseRows.Row row, Scope scope) {
        ObjectNode line = line("loose").put("id", row.entry().id()).put("at", AuditEntry.text(row.entry().at())).put(
                "elsewhere", row.elsewhere());
        if (!scope.covers(row.entry().place())) {
            return line.put("withheld", true);
        }
        line.set("row", entry(row.entry()));
        return line;
    }

    ObjectNode end(int seals, int looseRows) {
        return line("end").put("seals", seals).put("looseRows", looseRows);
    }

    private ObjectNode line(String type) {
        return json.createObjectNode().put("type", type);
    }

    private ObjectNode entry(AuditEntry entry) {
        ObjectNode line = json.createObjectNode().put("id", entry.id()).put("at", AuditEntry.text(entry.at())).put(
                "accountId", entry.accountId()).put("role", entry.role()).put("unitId", entry.unitId());
        IntStream.of(entry.place()).forEach(line.putArray("place")::add);
        line.put("action", entry.action()).put("entity", entry.entity()).put("entityId", entry.entityId()).put(
                "traceId", entry.traceId());
        for (AuditField field : AuditField.values()) {
            line.put(field.column(), entry.texts().get(field));
        }
        return line;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
