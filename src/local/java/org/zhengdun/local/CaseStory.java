package org.zhengdun.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;

/** The life of one case, told step by step through the API by the people who are responsible for each step. */
public final class CaseStory {

    private final Api api;
    private final LocalDate today = LocalDate.now(Days.ZONE);
    private long caseId;
    private @Nullable String etag;

    public CaseStory(Api api) {
        this.api = api;
    }

    public long caseId() {
        return caseId;
    }

    /** Entity tag of the case after the last step. */
    public @Nullable String etag() {
        return etag;
    }

    /** The township nominates the branch for weak organization life. */
    public CaseStory nominate(long roundId, int branchId) {
        Api.Answer created = api.send("township", "POST", "/cases", """
                {"roundId": %d, "branchId": %d, "mainCategory": "W04", "cause": "书记长期在外务工",
                 "problems": [
                   {"category": "W04", "fact": "半年内未召开支部党员大会", "source": "县委组织部走访排查"},
                   {"category": "W10", "fact": "群众满意度测评低于60%%", "source": "年度满意度调查"}]}""".formatted(roundId, branchId),
                null);
        caseId = created.id();
        etag = created.etag();
        return this;
    }

    /** From review to the county's decision. */
    public CaseStory confirm() {
        move("township", "{\"action\": \"SUBMIT\", \"meetingOn\": \"%s\"}".formatted(today));
        return move("county_org", """
                {"action": "CONFIRM", "decidedOn": "%s", "documentNumber": "县组发〔%d〕12号", "deadline": "%s"}""".formatted(
                today, today.getYear(), today.plusMonths(3)));
    }

    /** The four ones, the plan with one measure for each problem, and its approval. */
    public CaseStory plan() {
        assign("COUNTY_LEADER", "李县长", "副县长", "县政府", null);
        assign("TOWNSHIP_LEADER", "王委员", "党委副书记", "镇党委", null);
        assign("FIRST_SECRETARY", "赵书记", "第一书记", "县农业农村局", api.subject("helper"));
        assign("PAIRED_UNIT", null, null, "县农业农村局", null);
        move("township", "{\"action\": \"START_PLANNING\"}");
        for (JsonNode problem : detail("township").get("problems")) {
            change("township", "POST", "/measures", """
                    {"problemId": %d, "kind": "ORDINARY", "description": "每月召开支委会、每季度召开党员大会并上党课",
                     "doers": "村党支部", "startsOn": "%s", "dueOn": "%s",
                     "accountable": {"name": "王委员", "post": "党委副书记", "unit": "镇党委"}}""".formatted(
                    problem.get("id").longValue(), today, today.plusMonths(2)));
        }
        move("township", "{\"action\": \"SUBMIT_PLAN\"}");
        return move("county_org", "{\"action\": \"APPROVE_PLAN\"}");
    }

    /** The helper reports each problem that is left done with evidence, the township checks and closes it. */
    public CaseStory rectify() {
        for (JsonNode problem : detail("township").get("problems")) {
            if (!problem.get("state").textValue().equals("CLOSED")) {
                solve(problem);
            }
        }
        return this;
    }

    private void solve(JsonNode problem) {
        for (JsonNode measure : problem.get("measures")) {
            if (measure.get("state").textValue().equals("OPEN")) {
                change("helper", "POST", "/measures/" + measure.get("id").longValue() + "/done",
                        "{\"doneOn\": \"%s\"}".formatted(today));
            }
        }
        String path = "/problems/" + problem.get("id").longValue() + "/transitions";
        change("helper", "POST", path, """
                {"action": "MARK_DONE", "evidence": {"text": "会议记录三份,到会率92%%", "occurredOn": "%s"}}""".formatted(
                today));
        change("township", "POST", path, "{\"action\": \"CLOSE\"}");
    }

    /** The township checks itself and applies for acceptance. */
    public CaseStory applyForAcceptance() {
        move("township", "{\"action\": \"SELF_CHECK\", \"selfCheck\": \"逐项自查,问题均已销号\"}");
        return move("township", "{\"action\": \"APPLY_FOR_ACCEPTANCE\"}");
    }

    /** The county forms a team; the inspector scores every item in full and counts 30 ballots. */
    public CaseStory check() {
        Api.Answer formed = change("county_org", "POST", "/checks",
                """
                        {"heldOn": "%s", "team": [{"subject": "%s", "name": "孙组长", "post": "科长", "unit": "市委组织部", "leader": true}]}""".formatted(
                        today, api.subject("inspector")));
        String path = "/checks/" + formed.id();
        change("inspector", "PUT", path + "/answers", answers(formed.body().get("checklistId").longValue()));
        change("inspector", "PUT", path + "/ballots", """
                {"invited": 35, "present": 30, "partyMembers": 15, "invalid": 0,
                 "aspects": [{"aspect": "OVERALL", "satisfied": 24, "basicallySatisfied": 5, "dissatisfied": 1}]}""");
        change("inspector", "POST", path + "/complete", "{\"conclusion\": \"建议认定为合格\"}");
        return this;
    }

    /** The county accepts: the branch is transformed and under observation. */
    public CaseStory transform() {
        return move("county_org", "{\"action\": \"TRANSFORM\"}");
    }

    /** A look-back finds that the branch fell back. */
    public CaseStory relapse() {
        JsonNode first = api.send("township", "GET", "/cases/" + caseId + "/look-backs", null, null).body().get(
                "items").get(0);
        change("township", "POST", "/look-backs/" + first.get("id").longValue() + "/record", """
                {"heldOn": "%s", "result": "RELAPSED", "facts": "又有三个月未开展组织生活"}""".formatted(today));
        return this;
    }

    /** The county closes the case after observation. */
    public CaseStory close() {
        return move("county_org", "{\"action\": \"CLOSE\"}");
    }

    /** Goes on from the case as it is, after somebody else changed it. */
    public CaseStory refresh(String role) {
        etag = api.send(role, "GET", "/cases/" + caseId, null, null).etag();
        return this;
    }

    /** One move of the case. */
    public CaseStory move(String role, String body) {
        change(role, "POST", "/transitions", body);
        return this;
    }

    private void assign(String kind, @Nullable String person, @Nullable String post, String unit,
            @Nullable String subject) {
        List<String> fields = new ArrayList<>(List.of("\"kind\": \"" + kind + "\"", "\"unit\": \"" + unit + "\"",
                "\"since\": \"" + today + "\""));
        if (person != null && post != null) {
            fields.add("\"person\": \"" + person + "\"");
            fields.add("\"post\": \"" + post + "\"");
        }
        if (subject != null) {
            fields.add("\"subject\": \"" + subject + "\"");
        }
        change("county_org", "POST", "/helpers", "{" + String.join(", ", fields) + "}");
    }

    private String answers(long checklistId) {
        List<String> items = new ArrayList<>();
        for (JsonNode section : api.send("inspector", "GET", "/checklists/" + checklistId, null, null).body().get(
                "sections")) {
            for (JsonNode item : section.get("items")) {
                items.add(item.get("veto").booleanValue()
                        ? "{\"code\": \"%s\", \"vetoTriggered\": false, \"evidence\": \"无\"}".formatted(
                                item.get("code").textValue())
                        : "{\"code\": \"%s\", \"score\": %s, \"evidence\": \"查阅资料\"}".formatted(
                                item.get("code").textValue(), item.get("points")));
            }
        }
        return "{\"items\": [" + String.join(", ", items) + "]}";
    }

    private JsonNode detail(String role) {
        return api.send(role, "GET", "/cases/" + caseId, null, null).body();
    }

    private Api.Answer change(String role, String method, String path, String body) {
        Api.Answer answer = api.send(role, method, "/cases/" + caseId + path, body, etag);
        etag = answer.etag();
        return answer;
    }
}
