package org.zhengdun.cases;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.web.JsonNamed;

/** Fields that a transition may carry. */
enum TransitionField implements JsonNamed {
    /** Why. */
    REASON("reason", TransitionRequest::reason),
    /** Day of the township's meeting. */
    MEETING_ON("meetingOn", TransitionRequest::meetingOn),
    /** Day of the county's decision. */
    DECIDED_ON("decidedOn", TransitionRequest::decidedOn),
    /** Number of the decision document. */
    DOCUMENT_NUMBER("documentNumber", TransitionRequest::documentNumber),
    /** Last day of the case. */
    DEADLINE("deadline", TransitionRequest::deadline),
    /** The township's own check, in words. */
    SELF_CHECK("selfCheck", TransitionRequest::selfCheck),
    /** Problems that stay open, each with its reason. */
    PENDING("pending", TransitionRequest::pending),
    /** Tasks of consolidation, each to be done and closed like a problem. */
    TASKS("tasks", TransitionRequest::tasks),
    /** Day of the second check. */
    SECOND_CHECK_ON("secondCheckOn", TransitionRequest::secondCheckOn),
    /** How the case ended. */
    OUTCOME("outcome", TransitionRequest::outcome),
    /** Category of the problems that a relapse opens; the main category of the case unless given. */
    CATEGORY("category", TransitionRequest::category);

    private final String field;
    private final Function<TransitionRequest, @Nullable Object> value;

    TransitionField(String field, Function<TransitionRequest, @Nullable Object> value) {
        this.field = field;
        this.value = value;
    }

    @Override
    public String jsonName() {
        return field;
    }

    String pointer() {
        return "/" + field;
    }

    boolean isGiven(TransitionRequest request) {
        return value.apply(request) != null;
    }
}
