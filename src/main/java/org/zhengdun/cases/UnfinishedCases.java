package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.rounds.ClosingRule;
import org.zhengdun.shared.problem.Message;

/** Keeps a round open while a case of it is neither transformed nor ended nor carried over (docs/domain.md section 1). */
@ApplicationScoped
class UnfinishedCases implements ClosingRule {

    private static final int NAMED = 50;

    private final Jdbi jdbi;

    UnfinishedCases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Unfinished(String number, String state) {}

    @Override
    public List<Message> refusals(long roundId) {
        List<Unfinished> unfinished = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT number, state FROM rectification_case
                WHERE round_id = :round AND state = ANY(:states) ORDER BY number LIMIT :limit""").bind("round",
                roundId).bindArray("states", String.class,
                        CarryOverRules.UNFINISHED.stream().map(
                                Enum::name).toList()).bind("limit", NAMED + 1).map(
                                        (row, context) -> new Unfinished(row.getString("number"),
                                                row.getString("state"))).list());
        List<Message> refusals = new ArrayList<>(unfinished.stream().limit(NAMED).map(
                one -> Message.of("round.case-unfinished", one.number(), one.state())).toList());
        if (unfinished.size() > NAMED) {
            refusals.add(Message.of("round.more-unfinished", NAMED));
        }
        return refusals;
    }
}
