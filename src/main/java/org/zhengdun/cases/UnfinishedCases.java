package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.rounds.ClosingRule;
import org.zhengdun.shared.persistence.ScopedSelect;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Scope;

/** Keeps a round open while a case of it is neither transformed nor ended nor carried over (docs/domain.md section 1). */
@RequestScoped
class UnfinishedCases implements ClosingRule {

    private static final int NAMED = 50;
    private static final ScopedSelect CASES = new ScopedSelect("rectification_case c", "c", List.of("id"), "");
    private static final String SQL = """
            SELECT c.number, c.state FROM (%s) k JOIN rectification_case c ON c.id = k.k1
            ORDER BY c.number LIMIT :limit""";

    private final Jdbi jdbi;
    private final Caller caller;

    UnfinishedCases(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    private record Unfinished(String number, String state) {}

    @Override
    public List<Message> refusals(long roundId, int[] holder) {
        List<Unfinished> unfinished = unfinished(roundId, caller.scope(Permission.CASE_READ).within(holder));
        List<Message> refusals = new ArrayList<>(unfinished.stream().limit(NAMED).map(
                one -> Message.of("round.case-unfinished", one.number(), one.state())).toList());
        if (unfinished.size() > NAMED) {
            refusals.add(Message.of("round.more-unfinished", NAMED));
        }
        return refusals;
    }

    private List<Unfinished> unfinished(long roundId, Scope area) {
        String sql = SQL.formatted(CASES.all(area, "AND c.round_id = :round AND c.state = ANY(:states)"));
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            CASES.bind(query, area);
            return query.bind("round", roundId).bindArray("states", String.class,
                    CarryOverRules.UNFINISHED.stream().map(Enum::name).toList()).bind("limit", NAMED + 1).map(
                            (row, context) -> new Unfinished(row.getString("number"),
                                    row.getString("state"))).list();
        });
    }
}
