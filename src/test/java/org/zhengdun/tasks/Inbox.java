package org.zhengdun.tasks;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.jspecify.annotations.Nullable;
import org.zhengdun.local.Api;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;

/** Looks into the inbox of everybody after each step of a story. */
final class Inbox implements Api {

    /** The move that a task asks for. */
    static final Map<String, String> MOVES = Map.ofEntries(entry("SUBMIT_NOMINATION", "SUBMIT"),
            entry("REVIEW_NOMINATION", "CONFIRM"), entry("START_PLANNING", "START_PLANNING"),
            entry("SUBMIT_PLAN", "SUBMIT_PLAN"), entry("APPROVE_PLAN", "APPROVE_PLAN"),
            entry("SELF_CHECK", "SELF_CHECK"), entry("APPLY_FOR_ACCEPTANCE", "APPLY_FOR_ACCEPTANCE"),
            entry("JUDGE_ACCEPTANCE", "TRANSFORM"), entry("REVOKE", "REVOKE"), entry("CLOSE_CASE", "CLOSE"));

    private final Cast cast;
    private final List<String> seen = new ArrayList<>();

    Inbox(Cast cast) {
        this.cast = cast;
    }

    /** What everybody saw, each time it changed. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public Answer send(String role, String method, String path, @Nullable String body, @Nullable String etag) {
        Answer answer = cast.send(role, method, path, body, etag);
        String everybody = everybody();
        if (!method.equals("GET") && (seen.isEmpty() || !seen.getLast().equals(everybody))) {
            seen.add(everybody);
        }
        return answer;
    }

    @Override
    public String subject(String role) {
        return cast.subject(role);
    }

    /** The kinds of tasks by role; a move that is asked for stands in the detail of its case. */
    String everybody() {
        List<String> inboxes = new ArrayList<>();
        for (Role role : Role.values()) {
            JsonPath tasks = of(role);
            List<String> kinds = tasks.getList("items.kind");
            for (int i = 0; i < kinds.size(); i++) {
                requirePossible(role, kinds.get(i), tasks.getString("items[" + i + "].href"));
            }
            if (!kinds.isEmpty()) {
                inboxes.add(role.tokenName() + " " + String.join(" ", kinds));
            }
        }
        return String.join(", ", inboxes);
    }

    JsonPath of(Role role) {
        return cast.as(role).get("/api/v1/me/tasks").then().statusCode(200).extract().jsonPath();
    }

    private void requirePossible(Role role, String kind, String href) {
        String action = MOVES.get(kind);
        if (action != null) {
            JsonPath detail = cast.as(role).get(href.replace("/transitions", "")).then().statusCode(
                    200).extract().jsonPath();
            List<String> offered = new ArrayList<>(detail.getList("allowedTransitions.action"));
            offered.addAll(detail.getList("blockedTransitions.action"));
            assertThat(offered).as(kind + " of " + role).contains(action);
        }
    }
}
