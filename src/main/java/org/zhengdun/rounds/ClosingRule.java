package org.zhengdun.rounds;

import java.util.List;

import org.zhengdun.shared.problem.Message;

/** What keeps a round open; the cases feature answers (docs/domain.md section 1, carry-over). */
@FunctionalInterface
public interface ClosingRule {

    /**
     * What speaks against closing the round; empty when nothing does.
     *
     * @param holder ids from the root to the unit that holds the round: what left its area is no longer its to finish
     */
    List<Message> refusals(long roundId, int[] holder);
}
