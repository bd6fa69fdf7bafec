package org.zhengdun.audit;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What following a chain has found.
 *
 * @param chain        unit whose rows the chain seals: a province, or the nation
 * @param intact       whether nothing that was looked at is broken; the chain as a whole only when next is absent too
 * @param fromSeal     first seal that was followed
 * @param toSeal       last seal that was found whole
 * @param rows         rows found as they were sealed
 * @param erased       rows among them of which a text was rightly erased
 * @param next         seal from which to go on, when not all were followed
 * @param waiting      rows that have no seal yet
 * @param waitingSince when the oldest of them was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditChainVerification")
record ChainVerification(int chain, boolean intact, @Nullable ChainBreak firstBreak, int fromSeal, int toSeal,
        long rows, long erased, @Nullable Integer next, @Nullable Integer waiting, @Nullable Instant waitingSince,
        @Schema(description = "Last seal of the chain; to be kept outside") @Nullable SealRow lastSeal) {}
