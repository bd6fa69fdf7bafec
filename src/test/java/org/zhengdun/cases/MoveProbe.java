package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.zhengdun.shared.security.Role;

/** Tries every move of a case in every deciding role, and compares the answers with the domain and with the case's own word. */
final class MoveProbe {

    private static final List<Role> ROLES = List.of(Role.TOWNSHIP, Role.COUNTY_ORG, Role.CITY_ORG);
    private static final Set<CaseAction> DECISIONS = EnumSet.of(CaseAction.RETURN, CaseAction.REJECT,
            CaseAction.CONFIRM);

    private final Role proposer;
    private final Set<String> visited = new HashSet<>();
    private final Set<CaseState> states = EnumSet.noneOf(CaseState.class);
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();
    private final Map<String, Integer> answers = new HashMap<>();

    MoveProbe(Role proposer) {
        this.proposer = proposer;
    }

    /** What a case says about its moves to one caller. */
    private record Word(CaseState state, String etag, Map<String, List<String>> open,
            Map<String, List<String>> blocked) {

        static Word of(Response read) {
            JsonPath body = read.jsonPath();
            return new Word(CaseState.valueOf(body.getString("state")), read.header("ETag"),
                    byAction(body, "allowedTransitions", "requiredFields"),
                    byAction(body, "blockedTransitions", "missing.code"));
        }

        private static Map<String, List<String>> byAction(JsonPath body, String moves, String part) {
            Map<String, List<String>> parts = new HashMap<>();
            List<String> actions = body.getList(moves + ".action");
            for (int i = 0; i < actions.size(); i++) {
                parts.put(actions.get(i), body.getList(moves + "[" + i + "]." + part));
            }
            return parts;
        }

        List<String> possible() {
            return List.of(CaseAction.values()).stream().map(Enum::name).filter(
                    action -> open.containsKey(action) || isBlocked(action)).toList();
        }

        boolean needs(CaseAction action, String field) {
            return open.getOrDefault(action.name(), List.of()).contains(field);
        }

        /** Not counting moves from which a rule of separation keeps the caller. */
        private boolean isBlocked(String action) {
            return !blocked.getOrDefault(action, List.of("rule.none")).getFirst().startsWith("rule.");
        }
    }

    /** Tries all moves of the case as it is now, unless that was done already. */
    void visit(CaseAtHand subject) {
        if (!visited.add(subject.id() + subject.etag())) {
            return;
        }
        for (Role role : ROLES) {
            Word word = Word.of(subject.get(role));
            states.add(word.state());
            table.append("\n%-15s %-10s".formatted(word.state(), role));
            for (CaseAction action : CaseAction.values()) {
                tryOne(subject, role, action, word);
            }
        }
    }

    private void tryOne(CaseAtHand subject, Role role, CaseAction action, Word word) {
        String before = subject.trace();
        String expected = expected(role, action, word);
        String answer = text(word.needs(action, "pending")
                ? subject.tryMoveExplaining(role, word.etag(), action)
                : subject.tryMove(role, word.etag(), action));
        note("%s %s %s".formatted(word.state(), role, action), expected, answer);
        boolean listed = word.open().containsKey(action.name());
        if (listed != expected.startsWith("201")) {
            faults.add("%s %s %s: listed %s, expected %s".formatted(word.state(), role, action, listed, expected));
        }
        if (expected.startsWith("409 transition-not-allowed")) {
            note("%s %s %s in earnest".formatted(word.state(), role, action), expected,
                    text(subject.move(role, word.etag(), action)));
        }
        if (!subject.trace().equals(before)) {
            faults.add("%s %s %s: %s became %s".formatted(word.state(), role, action, before, subject.trace()));
        }
        table.append(" %-4.4s".formatted(answer));
        answers.merge(answer.split(" ", 3)[0] + " " + answer.split(" ", 3)[1], 1, Integer::sum);
    }

    private String expected(Role role, CaseAction action, Word word) {
        DomainTable.Terms terms = DomainTable.terms(action);
        CaseState target = DomainTable.moves(word.state()).get(action);
        if (!terms.roles().contains(role)) {
            return "403 rule-violated wrong-level";
        }
        if (target == null) {
            return "409 transition-not-allowed " + word.state() + " " + word.possible();
        }
        List<String> missing = word.blocked().get(action.name());
        if (role == proposer && DECISIONS.contains(action)) {
            return List.of("rule.proposer-is-not-decider").equals(missing)
                    ? "403 rule-violated proposer-is-not-decider"
                    : "the rule as what is missing";
        }
        return missing == null ? "201 moved " + target + " " + next(word.etag()) : "409 gates-not-met " + missing;
    }

    private static String next(String etag) {
        return "\"" + (Long.parseLong(etag.replaceAll("\"|-.*", "")) + 1) + "\"";
    }

    private static String text(Response answer) {
        JsonPath body = answer.jsonPath();
        if (answer.statusCode() == 201) {
            return "201 moved " + body.getString("state") + " " + answer.header("ETag");
        }
        String type = body.getString("type").replace("urn:zhengdun:problem:", "");
        String reason = switch (type) {
            case "rule-violated" -> body.getString("rule");
            case "transition-not-allowed" -> body.getString("currentState") + " " + body.getList("allowedTransitions");
            case "gates-not-met" -> String.valueOf(body.getList("refusals.code"));
            default -> answer.asString();
        };
        return answer.statusCode() + " " + type + " " + reason;
    }

    private void note(String cell, String expected, String answer) {
        if (!expected.equals(answer)) {
            faults.add("%s: expected %s, answered %s".formatted(cell, expected, answer));
        }
    }

    List<String> faults() {
        return faults;
    }

    Set<CaseState> states() {
        return states;
    }

    int cells() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line for each state and role, with one status for each action in the order of the table. */
    String table() {
        return cells() + " dry runs " + answers + table;
    }
}
