package org.zhengdun.verification;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.response.ValidatableResponse;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;

/** An acceptance team that works on a sample case over HTTP. */
record CheckTeam(SampleCase subject, Api county, String leader) {

    static final String BALLOTS = """
            {"invited":30,"present":20,"partyMembers":8,"invalid":1,"aspects":[
            {"aspect":"OVERALL","satisfied":14,"basicallySatisfied":3,"dissatisfied":2},
            {"aspect":"SERVICE","satisfied":10,"basicallySatisfied":5,"dissatisfied":5}]}""";

    Api inspector() {
        return new Api(TestStack.identity().accessToken(leader, Set.of("inspector")));
    }

    static String team(String subject) {
        return """
                {"heldOn":"2026-11-20","team":[
                {"subject":"%s","name":"王五","post":"科长","unit":"县委组织部","leader":true}]}""".formatted(subject);
    }

    ValidatableResponse form() {
        return county.post(subject.path("checks"), subject.etag(), team(leader));
    }

    String formed() {
        return subject.path("checks/" + form().statusCode(201).extract().jsonPath().getLong("id"));
    }

    ValidatableResponse answer(String check, String items) {
        return inspector().put(check + "/answers", subject.etag(), "{\"items\":[" + items + "]}");
    }

    ValidatableResponse complete(String check) {
        return inspector().post(check + "/complete", subject.etag(), "{\"conclusion\":\"同意通过\"}");
    }

    /** Full marks on the national checklist. */
    String allItems(String check) {
        var items = inspector().get(check).extract().jsonPath();
        return IntStream.range(0, items.getList("items").size()).mapToObj(i -> {
            String code = items.getString("items[" + i + "].code");
            return items.getBoolean("items[" + i + "].veto")
                    ? "{\"code\":\"%s\",\"vetoTriggered\":false}".formatted(code)
                    : "{\"code\":\"%s\",\"score\":%d,\"evidence\":\"会议记录\"}".formatted(code,
                            items.getInt("items[" + i + "].points"));
        }).collect(Collectors.joining(","));
    }
}
