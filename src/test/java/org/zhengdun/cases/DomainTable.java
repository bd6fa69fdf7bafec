package org.zhengdun.cases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.zhengdun.shared.security.Role;

/** Section 4 of docs/domain.md, written down a second time by hand: what the lifecycle of the service is held against. */
final class DomainTable {

    /** From each state the moves and where they lead. */
    private static final String MOVES = """
            NOMINATED      | SUBMIT>UNDER_REVIEW CANCEL>CANCELLED
            UNDER_REVIEW   | RETURN>RETURNED REJECT>REJECTED CONFIRM>CONFIRMED CANCEL>CANCELLED
            RETURNED       | SUBMIT>UNDER_REVIEW CANCEL>CANCELLED
            REJECTED       |
            CONFIRMED      | START_PLANNING>PLANNING CANCEL>CANCELLED
            PLANNING       | SUBMIT_PLAN>PLAN_SUBMITTED CANCEL>CANCELLED
            PLAN_SUBMITTED | RETURN_PLAN>PLANNING APPROVE_PLAN>RECTIFYING CANCEL>CANCELLED
            RECTIFYING     | REAPPROVE_PLAN>RECTIFYING SELF_CHECK>SELF_CHECKED CANCEL>CANCELLED
            SELF_CHECKED   | REAPPROVE_PLAN>RECTIFYING APPLY_FOR_ACCEPTANCE>ACCEPTANCE CANCEL>CANCELLED
            ACCEPTANCE     | TRANSFORM>TRANSFORMED BASICALLY_PASS>ACCEPTANCE FAIL_ACCEPTANCE>RECTIFYING CANCEL>CANCELLED
            TRANSFORMED    | REVOKE>RECTIFYING CLOSE>CLOSED CANCEL>CANCELLED
            CLOSED         |
            CANCELLED      |
            """;

    /** Of each move: rule number, who makes it, what he must tell, who hears of it. */
    private static final String TERMS = """
            SUBMIT               |  2 | township            | meetingOn                | county
            RETURN               |  3 | county_org          | reason                   | township
            REJECT               |  3 | county_org          | reason                   | township
            CONFIRM              |  4 | county_org          | decidedOn documentNumber | city
            START_PLANNING       |  5 | township            |                          | county
            SUBMIT_PLAN          |  6 | township            |                          | county
            RETURN_PLAN          |  7 | county_org          | reason                   | township
            APPROVE_PLAN         |  7 | county_org          |                          | township
            REAPPROVE_PLAN       |  7 | county_org          |                          | township
            SELF_CHECK           |  9 | township            | selfCheck                | county
            APPLY_FOR_ACCEPTANCE | 10 | township            |                          | county
            TRANSFORM            | 11 | county_org          |                          | township
            BASICALLY_PASS       | 12 | county_org          | tasks secondCheckOn      | township
            FAIL_ACCEPTANCE      | 13 | county_org          | reason deadline          | township
            REVOKE               | 14 | county_org city_org | reason deadline          | township
            CLOSE                | 15 | county_org          |                          | township
            CANCEL               | 16 | county_org          | reason outcome           | township
            """;

    private static final Map<CaseState, Map<CaseAction, CaseState>> TARGETS = targets();
    private static final Map<CaseAction, Terms> ALL_TERMS = allTerms();

    /** One row of the terms. */
    record Terms(int rule, Set<Role> roles, Set<String> required, String notified) {}

    private DomainTable() {}

    /** The moves of a state with their targets; what is not in it does not exist. */
    static Map<CaseAction, CaseState> moves(CaseState from) {
        return TARGETS.getOrDefault(from, Map.of());
    }

    static Terms terms(CaseAction action) {
        return Objects.requireNonNull(ALL_TERMS.get(action));
    }

    private static Map<CaseAction, Terms> allTerms() {
        return TERMS.lines().map(line -> line.split("\\|", -1)).collect(
                Collectors.toMap(row -> CaseAction.valueOf(row[0].strip()), row -> new Terms(
                        Integer.parseInt(row[1].strip()),
                        words(row[2]).map(name -> Role.ofToken(name).orElseThrow()).collect(Collectors.toSet()),
                        words(row[3]).collect(Collectors.toSet()), row[4].strip())));
    }

    /** A cell for each state and action: where it leads, or a dot. */
    static String grid(Map<CaseState, Map<CaseAction, CaseState>> moves) {
        StringBuilder grid = new StringBuilder("%-15s".formatted(""));
        List.of(CaseAction.values()).forEach(action -> grid.append(" %-15.15s".formatted(action)));
        for (CaseState state : CaseState.values()) {
            grid.append("\n%-15s".formatted(state));
            for (CaseAction action : CaseAction.values()) {
                CaseState target = moves.getOrDefault(state, Map.of()).get(action);
                grid.append(" %-15s".formatted(target == null ? "." : target.name()));
            }
        }
        return grid.toString();
    }

    static String grid() {
        return grid(TARGETS);
    }

    private static Map<CaseState, Map<CaseAction, CaseState>> targets() {
        Map<CaseState, Map<CaseAction, CaseState>> targets = new EnumMap<>(CaseState.class);
        MOVES.lines().map(line -> line.split("\\|", -1)).forEach(
                row -> targets.put(CaseState.valueOf(row[0].strip()), words(row[1]).map(
                        move -> move.split(">", -1)).collect(
                                Collectors.toMap(move -> CaseAction.valueOf(move[0]),
                                        move -> CaseState.valueOf(move[1])))));
        return targets;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split(" +", -1)).filter(word -> !word.isEmpty());
    }
}
