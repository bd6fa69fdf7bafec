package org.zhengdun.verification;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A check as it is stored, without its parts. */
record StoredCheck(long id, CheckPurpose purpose, long checklistId, String checklistName, int edition, LocalDate heldOn,
        CheckState state,
        Turnout turnout, @Nullable String conclusion, Instant formedAt, @Nullable Instant completedAt,
        @Nullable Instant cancelledAt, @Nullable String cancelReason) {}
