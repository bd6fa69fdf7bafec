package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;

/** One case as its tests reach it: by the API in some role, and by its rows. */
record CaseAtHand(Jdbi jdbi, Cast cast, long id) {

    private static final String TRACE = """
            SELECT concat_ws(' ', c.state, 'version', c.version, md5(c::text),
                'events', (SELECT count(*) FROM case_event e WHERE e.case_id = c.id),
                'audit', (SELECT count(*) FROM audit_entry a WHERE a.a5 = c.branch_id),
                'notices', (SELECT count(*) FROM notice n WHERE n.case_id = c.id),
                'problems', (SELECT md5(string_agg(p::text, '|' ORDER BY p.id)) FROM problem p WHERE p.case_id = c.id),
                'measures', (SELECT md5(string_agg(m::text, '|' ORDER BY m.id)) FROM measure m WHERE m.case_id = c.id),
                'helpers', (SELECT md5(string_agg(h::text, '|' ORDER BY h.id)) FROM helper_assignment h
                            WHERE h.case_id = c.id),
                'assignments', (SELECT md5(string_agg(s::text, '|' ORDER BY s.id)) FROM case_assignment s
                                WHERE s.case_id = c.id),
                'deadlines', (SELECT md5(string_agg(d::text, '|' ORDER BY d.id)) FROM deadline d WHERE d.case_id = c.id),
                'extensions', (SELECT md5(string_agg(x::text, '|' ORDER BY x.id)) FROM extension x
                               WHERE x.case_id = c.id),
                'look-backs', (SELECT md5(string_agg(l::text, '|' ORDER BY l.id)) FROM look_back l
                               WHERE l.case_id = c.id))
            FROM rectification_case c WHERE c.id = :case""";

    String path() {
        return "/api/v1/cases/" + id;
    }

    Response get(Role role) {
        return cast.as(role).get(path());
    }

    /** The case as its county reads it for a past moment. */
    ValidatableResponse asOf(Instant at) {
        return cast.as(Role.COUNTY_ORG).queryParam("asOf", at.toString()).get(path()).then().statusCode(200);
    }

    String etag() {
        return "\"" + number("SELECT version FROM rectification_case WHERE id = :case") + "\"";
    }

    /** A write to a part of the case. */
    Response post(Role role, String part, String etag, String body) {
        return write(role, etag, body).post(path() + part);
    }

    Response put(Role role, String part, String etag, String body) {
        return write(role, etag, body).put(path() + part);
    }

    Response move(Role role, String etag, CaseAction action) {
        return post(role, "/transitions", etag, Moves.body(action, today()).toString());
    }

    Response tryMove(Role role, String etag, CaseAction action) {
        return write(role, etag, Moves.body(action, today()).toString()).queryParam("dryRun", true).post(
                path() + "/transitions");
    }

    /** As {@link #tryMove}, with a reason for every problem that is not closed. */
    Response tryMoveExplaining(Role role, String etag, CaseAction action) {
        ObjectNode body = Moves.body(action, today());
        List<Integer> open = get(role).jsonPath().getList("problems.findAll { it.state != 'CLOSED' }.id");
        open.forEach(problem -> body.withArray("pending").addObject().put("problemId", problem).put("reason", "待拨款"));
        return write(role, etag, body.toString()).queryParam("dryRun", true).post(path() + "/transitions");
    }

    /** Everything that a move could change, as text. */
    String trace() {
        return jdbi.withHandle(handle -> handle.createQuery(TRACE).bind("case", id).mapTo(String.class).one());
    }

    /** Events of one kind, audit rows of one action, notices of one kind. */
    String marks(CaseAction action) {
        return number("SELECT count(*) FROM case_event WHERE case_id = :case AND kind = 'move." + action + "'")
                + " event, "
                + number("SELECT count(*) FROM audit_entry WHERE entity = 'case' AND entity_id = :case::text"
                        + " AND action = 'case.transition." + action + "'")
                + " audit row, " + number(
                        "SELECT count(*) FROM notice WHERE case_id = :case AND kind = '" + action + "'")
                + " notice";
    }

    private RequestSpecification write(Role role, String etag, String body) {
        return cast.as(role).contentType("application/json").header("If-Match", etag).body(body);
    }

    private long number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("case", id).mapTo(Long.class).one());
    }

    static LocalDate today() {
        return LocalDate.now(Days.ZONE);
    }
}
