package org.zhengdun.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.shared.problem.Message;

/** What the latest acceptance check of a case says. */
public final class AcceptanceResult {

    private final long checkId;
    private final LocalDate heldOn;
    private final Instant formedAt;
    private final boolean completed;
    private final CheckSheet sheet;

    AcceptanceResult(StoredCheck check, CheckSheet sheet) {
        this.checkId = check.id();
        this.heldOn = check.heldOn();
        this.formedAt = check.formedAt();
        this.completed = check.state() == CheckState.COMPLETED;
        this.sheet = sheet;
    }

    public long checkId() {
        return checkId;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    /** When the team was formed; a check formed before the last application for acceptance is of an earlier attempt. */
    public Instant formedAt() {
        return formedAt;
    }

    public boolean completed() {
        return completed;
    }

    /** One refusal per gate that is not passed; empty when the check passes. */
    public List<Message> failedGates(AcceptanceGates gates) {
        if (!completed) {
            return List.of(Message.of("acceptance-gate.not-completed"));
        }
        return sheet.judge(gates).stream().filter(gate -> !gate.passed()).map(GateResult::refusal).toList();
    }

    /** The failed gates that no second check can mend: a triggered veto, too many dissatisfied. */
    public List<Message> outrightFailures(AcceptanceGates gates) {
        return sheet.judge(gates).stream().filter(gate -> !gate.passed() && gate.name().failsOutright()).map(
                GateResult::refusal).toList();
    }

    /** The standards that were not met, by code and text. */
    public List<FailedItem> failedItems(AcceptanceGates gates) {
        List<String> codes = sheet.failedItems(gates);
        return sheet.items().stream().filter(item -> codes.contains(item.code())).map(
                item -> new FailedItem(item.code(), item.standard())).toList();
    }

    /** A standard that was not met. */
    public record FailedItem(String code, String standard) {}
}
