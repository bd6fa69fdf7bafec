package org.zhengdun.helpers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.Problem;
import org.zhengdun.shared.problem.ProblemDocuments;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.web.CreateControl;
import org.zhengdun.shared.web.DatabaseProblems;
import org.zhengdun.shared.web.JsonProblems;
import org.zhengdun.shared.web.RequestFacts;
import org.zhengdun.shared.web.Violations;
import org.zhengdun.shared.web.Writes;
import org.zhengdun.shared.web.Written;

/** Logs the visits of a batch one by one, each in its own transaction, so that a bad one stops no other. */
@RequestScoped
class VisitBatch {

    private static final int CREATED = 201;

    private final LogVisit log;
    private final Writes writes;
    private final ObjectMapper json;
    private final Validator validator;
    private final RoutingContext request;

    VisitBatch(LogVisit log, Writes writes, ObjectMapper json, Validator validator, RoutingContext request) {
        this.log = log;
        this.writes = writes;
        this.json = json;
        this.validator = validator;
        this.request = request;
    }

    /** What became of a visit. */
    @Schema(name = "VisitResult")
    enum Result {
        /** Logged now. */
        CREATED,
        /** Known with this content. */
        UNCHANGED,
        /** Its id is known with other content. */
        CONFLICT,
        /** It has values that are not acceptable. */
        INVALID,
        /** The caller may not log it, or not now. */
        REFUSED
    }

    /** The outcome of the visit at this place of the batch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VisitOutcome")
    record Outcome(int index, Result result, @Nullable UUID id,
            @Schema(description = "Why it was not logged; pointers lead into the batch") @Nullable Problem problem) {}

    List<Outcome> log(List<JsonNode> visits, boolean dryRun) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int index = 0; index < visits.size(); index++) {
            outcomes.add(outcome(index, visits.get(index), dryRun));
        }
        return outcomes;
    }

    private Outcome outcome(int index, JsonNode sent, boolean dryRun) {
        try {
            BatchVisit visit = read(sent);
            boolean created = isCreated(visit, dryRun);
            return new Outcome(index, created ? Result.CREATED : Result.UNCHANGED, visit.id(), null);
        } catch (RuntimeException failure) {
            ProblemException problem = DatabaseProblems.of(failure).orElseThrow(() -> failure);
            return new Outcome(index, result(problem.type()), null, document(index, problem));
        }
    }

    private boolean isCreated(BatchVisit visit, boolean dryRun) {
        Written[] written = new Written[1];
        writes.run(CreateControl.tried(dryRun), visit,
                () -> written[0] = log.log(visit.caseId(), visit.visit()));
        return written[0].status() == CREATED;
    }

    private BatchVisit read(JsonNode sent) {
        if (!sent.isObject()) {
            throw ProblemException.at(ProblemType.WRONG_TYPE, List.of(Invalid.of("", "json.wrong-type", "object")));
        }
        try {
            BatchVisit visit = json.treeToValue(sent, BatchVisit.class);
            var violations = validator.validate(visit);
            if (!violations.isEmpty()) {
                throw Violations.problem(new ConstraintViolationException(violations));
            }
            return visit;
        } catch (JsonProcessingException refused) {
            throw JsonProblems.problem(refused);
        }
    }

    private static Result result(ProblemType type) {
        return switch (type) {
            case ALREADY_EXISTS -> Result.CONFLICT;
            case VALIDATION_FAILED, UNKNOWN_FIELD, WRONG_TYPE, MALFORMED_BODY -> Result.INVALID;
            default -> Result.REFUSED;
        };
    }

    private Problem document(int index, ProblemException problem) {
        ProblemException placed = problem.errors().isEmpty()
                ? problem
                : ProblemException.at(problem.type(), problem.errors().stream().map(error -> new Invalid(
                        "/visits/" + index + error.pointer(), error.message())).toList());
        return ProblemDocuments.document(placed, RequestFacts.language(request), RequestFacts.traceId(request));
    }
}
