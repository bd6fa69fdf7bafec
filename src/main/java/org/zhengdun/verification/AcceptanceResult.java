package org.zhengdun.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.zhengdun.settings.AcceptanceGates;
import org.zhengdun.shared.problem.Message;

/** What a check of a case says. */
public final class AcceptanceResult {

    private final long checkId;
    private final CheckPurpose purpose;
    private final LocalDate heldOn;
    private final Instant formedAt;
    private final boolean completed;
    private final CheckSheet sheet;

    AcceptanceResult(StoredCheck check, CheckSheet sheet) {
        this.checkId = check.id();
        this.purpose = check.purpose();
        this.heldOn = check.heldOn();
        this.formedAt = check.formedAt();
        this.completed = check.state() == CheckState.COMPLETED;
        this.sheet = sheet;
    }

    public long checkId() {
        return checkId;
    }

    /** How what it found names where it comes from. */
    public String source() {
        return (purpose == CheckPurpose.ACCEPTANCE ? "ACCEPTANCE_CHECK:" : "SPOT_CHECK:") + checkId;
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

    /** Triggered vetoes, and standards that earned a smaller share of their points than the whole check must earn. */
    public List<FailedItem> failedItems(AcceptanceGates gates) {
        List<String> codes = sheet.failedItems(gates);
        return sheet.items().stream().filter(item -> codes.contains(item.code())).map(
                item -> new FailedItem(item.code(), fact(item))).toList();
    }

    private String fact(ChecklistItem item) {
        Answer answer = sheet.answers().getOrDefault(item.code(), Answer.NONE);
        return item.veto()
                ? "%s(一票否决)".formatted(item.standard())
                : "%s(得分 %s/%d)".formatted(item.standard(),
                        answer.earned().stripTrailingZeros().toPlainString(), item.points());
    }

    /** A standard that was not met, with its score in words. */
    public record FailedItem(String code, String fact) {}
}
