package org.zhengdun.rounds;

import java.util.List;

import org.zhengdun.shared.problem.Message;

/** What keeps a round open; the cases feature answers (docs/domain.md section 1, carry-over). */
@FunctionalInterface
public interface ClosingRule {

    /** What speaks against closing the round; empty when nothing does. */
    List<Message> refusals(long roundId);
}
