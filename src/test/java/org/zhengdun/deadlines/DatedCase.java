package org.zhengdun.deadlines;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;
import org.zhengdun.support.World;

/** A case in work with the deadlines that its tests move. */
record DatedCase(Jdbi jdbi, World world, Cast cast, CaseStory story) {

    /** A case with an approved plan; due in three months, its two measures in two. */
    static DatedCase inWork(Jdbi jdbi) {
        World world = World.create(jdbi);
        Cast cast = new Cast(world);
        return new DatedCase(jdbi, world, cast,
                new CaseStory(cast).nominate(cast.openRound(), world.branch(1)).confirm().plan());
    }

    static LocalDate today() {
        return LocalDate.now(Days.ZONE);
    }

    String path() {
        return "/api/v1/cases/" + story.caseId();
    }

    JsonNode detail() {
        return cast.send("county_org", "GET", "/cases/" + story.caseId(), null, null).body();
    }

    /** The first deadline of the kind. */
    JsonNode deadline(DeadlineKind kind) {
        for (JsonNode deadline : detail().get("deadlines")) {
            if (deadline.get("kind").textValue().equals(kind.name())) {
                return deadline;
            }
        }
        throw new AssertionError("no deadline of " + kind);
    }

    long id(DeadlineKind kind) {
        return deadline(kind).get("id").longValue();
    }

    String etag() {
        return cast.as(Role.COUNTY_ORG).get(path()).header("ETag");
    }

    /** A write to a part of the case, based on the case as it is. */
    Response post(Role role, String part, String body) {
        return cast.as(role).contentType("application/json").header("If-Match", etag()).body(body).post(path() + part);
    }

    Response ask(Role role, DeadlineKind kind, LocalDate newDueOn) {
        return post(role, "/extensions", """
                {"deadlineId": %d, "reason": "汛期停工", "progress": "主体完工", "newDueOn": "%s"}""".formatted(id(kind),
                newDueOn));
    }

    Response decide(Role role, long extensionId, String decision) {
        return post(role, "/extensions/" + extensionId + "/decision",
                "{\"decision\": \"%s\", \"reason\": \"情况属实\"}".formatted(decision));
    }

    Response askToSuspend(Role role, DeadlineKind kind, LocalDate resumesOn) {
        return post(role, "/extensions",
                """
                        {"deadlineId": %d, "kind": "SUSPENSION", "reason": "等待司法程序", "progress": "已立案", "resumesOn": "%s"}""".formatted(
                        id(kind), resumesOn));
    }

    /** The township asks for a stop of the clock, the decider grants it. */
    void suspend(Role decider, DeadlineKind kind, LocalDate resumesOn) {
        decide(decider, asked(askToSuspend(Role.TOWNSHIP, kind, resumesOn)), "APPROVE").then().statusCode(201);
    }

    /** The township asks for a later date, the decider grants it. */
    void extend(Role decider, DeadlineKind kind, LocalDate newDueOn) {
        decide(decider, asked(ask(Role.TOWNSHIP, kind, newDueOn)), "APPROVE").then().statusCode(201);
    }

    /** The id of a request that was taken. */
    static long asked(Response answer) {
        return answer.then().statusCode(201).extract().jsonPath().getLong("id");
    }

    Response resume(DeadlineKind kind) {
        return post(Role.COUNTY_ORG, "/deadlines/" + id(kind) + "/resumption", "{\"reason\": \"判决生效\"}");
    }

    /** Lets time pass for a deadline: it looks as if it had been due on that day all along. */
    DatedCase dueOn(DeadlineKind kind, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE deadline SET starts_on = least(starts_on, :day), base_on = :day
                WHERE case_id = :case AND kind = :kind""").bind("day", day).bind("case", story.caseId()).bind("kind",
                kind.name()).execute());
        return this;
    }

    void refresh() {
        story.refresh("township");
    }
}
