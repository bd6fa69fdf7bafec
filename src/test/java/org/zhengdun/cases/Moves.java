package org.zhengdun.cases;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Request bodies of moves. */
final class Moves {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS = 90;

    private Moves() {}

    /** The move with a good value in each field that the domain requires of it. */
    static ObjectNode body(CaseAction action, LocalDate today) {
        ObjectNode body = JSON.createObjectNode().put("action", action.name());
        ObjectNode values = everyField(action, today);
        DomainTable.Terms terms = DomainTable.terms(action);
        terms.required().forEach(field -> body.set(field, values.get(field)));
        return body;
    }

    /** The move with a good value in every field that any move has. */
    static ObjectNode everyField(CaseAction action, LocalDate today) {
        ObjectNode body = JSON.createObjectNode().put("action", action.name()).put("reason", "会议研究决定").put(
                "meetingOn", today.toString()).put("decidedOn", today.toString()).put("documentNumber",
                        "县组发〔2026〕12号").put("deadline", today.plusDays(DAYS).toString()).put("selfCheck",
                                "逐项自查").put("secondCheckOn", today.plusDays(DAYS).toString()).put("outcome",
                                        "OTHER").put("category", "W04");
        body.putArray("tasks").add("巩固提升");
        body.putArray("pending").addObject().put("problemId", 1).put("reason", "待巡察反馈");
        return body;
    }
}
