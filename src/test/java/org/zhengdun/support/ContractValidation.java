package org.zhengdun.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import org.zhengdun.shared.table.TableFormat;

/** Holds every answer that an API test sees against the served contract. */
public final class ContractValidation implements Filter {

    private static final String API = "/api/v1/";
    private static final String PROBE = "/api/v1/probe";
    private static final Set<String> CHECKED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Map<Integer, ResponseCheck> CHECKS = new ConcurrentHashMap<>();
    private static final RecordedExamples EXAMPLES = new RecordedExamples();

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        byte[] body = response.asByteArray();
        String path = request.getURI().replaceFirst("^\\w+://[^/]+", "").replaceFirst("[?#].*$", "");
        if (path.startsWith(API) && CHECKED.contains(request.getMethod())) {
            check(request.getMethod(), path,
                    new ResponseCheck.Answer(response.statusCode(), response.contentType(), body));
        }
        return new ResponseBuilder().clone(response).setBody(body).build();
    }

    private static void check(String method, String path, ResponseCheck.Answer answer) {
        List<String> faults = faults(method, path, answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s answered %d against the contract: %s".formatted(method, path,
                    answer.status(), String.join("; ", faults)));
        }
        if (Boolean.getBoolean("contract.update")) {
            Contract.served().find(method, path).ifPresent(operation -> record(operation.operationId(), answer));
        }
    }

    private static void record(String operationId, ResponseCheck.Answer answer) {
        if (answer.isSuccess(TableFormat.JSON)) {
            EXAMPLES.offer(operationId, answer.body());
        } else if (answer.isSuccess(TableFormat.JSON_STAT)) {
            EXAMPLES.offerDataset(operationId, answer.body());
        }
    }

    private static List<String> faults(String method, String path, ResponseCheck.Answer answer) {
        ResponseCheck check = CHECKS.computeIfAbsent(RestAssured.port, port -> new ResponseCheck(Contract.served()));
        boolean probe = path.startsWith(PROBE);
        return Contract.served().find(method, path).map(operation -> check.faults(operation, answer)).orElseGet(() -> {
            if (!probe && answer.status() != 404 && answer.status() != 405) {
                return List.of("the path is not documented");
            }
            return answer.status() < 400 ? List.of() : check.problemFaults(answer);
        });
    }
}
