package org.zhengdun.shared.contract;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.zhengdun.shared.contract.SharedComponents.ResponseHeader;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.security.Role;

/** One operation of the contract, completed from the signature of its method. */
final class OperationContract {

    private final Operation operation;
    private final ResourceMethod method;
    private final SharedComponents shared;
    private final Permission permission;

    OperationContract(Operation operation, ResourceMethod method, SharedComponents shared) {
        this.shared = shared;
        this.operation = operation;
        this.method = method;
        this.permission = method.permission();
    }

    void complete() {
        addRights();
        describeParameters();
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
        }
        APIResponse success = success();
        setResponses(success);
        Examples examples = Examples.of(operation.getOperationId());
        examples.addTo(operation.getRequestBody());
        successes().forEach(found -> examples.addTo(found.getValue()));
    }

    private void addRights() {
        operation.addExtension("x-permission", permission.name());
        if (permission == Permission.PUBLIC) {
            operation.setSecurity(List.of());
            describe("Needs no token.");
            return;
        }
        shared.secure(operation);
        if (permission == Permission.SELF) {
            describe("Open to every caller with a token.");
            return;
        }
        List<String> roles = permission.roles().stream().map(Role::tokenName).toList();
        operation.addExtension("x-roles", roles);
        describe("Needs the permission `" + permission.name() + "`, which the roles " + String.join(", ", roles)
                + " have.");
    }

    private void describe(String rights) {
        String said = operation.getDescription();
        operation.setDescription(said == null ? rights : said + "\n\n" + rights);
    }

    private void describeParameters() {
        parameters().stream().filter(
                parameter -> parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null).forEach(
                        parameter -> parameter.setDescription("Identifies the object: " + words(parameter.getName())));
        if (method.versionedRead()) {
            shared.acceptIfNoneMatch(operation);
        }
    }

    private APIResponse success() {
        APIResponse success = successes().findFirst().map(Map.Entry::getValue).orElseGet(
                OASFactory::createAPIResponse);
        if (success.getDescription() == null || success.getDescription().length() < 12) {
            success.setDescription(method.status() == 201 ? "Created" : "Done");
        }
        TableContents.describe(success);
        shared.withHeader(success, ResponseHeader.TRACE_ID);
        if (method.changes() || method.versionedRead() || method.status() == 201) {
            shared.withHeader(success, ResponseHeader.ETAG);
        }
        if (method.writes()) {
            shared.withHeader(success, ResponseHeader.REPLAYED);
        }
        if (method.status() == 201 || method.status() == 202) {
            shared.withHeader(success, ResponseHeader.LOCATION);
        }
        return success;
    }

    /** Declared successes, the one of the method's own status first. */
    private Stream<Map.Entry<String, APIResponse>> successes() {
        return operation.getResponses().getAPIResponses().entrySet().stream().filter(
                entry -> entry.getKey().startsWith("2")).sorted(
                        Comparator.comparing(
                                entry -> !entry.getKey().equals(Integer.toString(method.status()))));
    }

    private Set<ProblemAnswer> problems() {
        EnumSet<ProblemAnswer> problems = EnumSet.of(ProblemAnswer.BAD_REQUEST, ProblemAnswer.NOT_ACCEPTABLE,
                ProblemAnswer.INTERNAL_SERVER_ERROR, ProblemAnswer.SERVICE_UNAVAILABLE);
        if (permission != Permission.PUBLIC) {
            problems.add(ProblemAnswer.UNAUTHORIZED);
        }
        if (permission != Permission.PUBLIC && permission != Permission.SELF || method.writes()) {
            problems.add(ProblemAnswer.FORBIDDEN);
        }
        if (parameters().stream().anyMatch(OperationContract::namesAnObject)) {
            problems.add(ProblemAnswer.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(Set.of(ProblemAnswer.CONTENT_TOO_LARGE, ProblemAnswer.UNSUPPORTED_MEDIA_TYPE,
                    ProblemAnswer.UNPROCESSABLE_CONTENT));
        }
        if (parameters().stream().anyMatch(parameter -> "asOf".equals(parameter.getName()))) {
            problems.add(ProblemAnswer.UNPROCESSABLE_CONTENT);
        }
        if (method.writes()) {
            problems.addAll(Set.of(ProblemAnswer.CONFLICT, ProblemAnswer.UNPROCESSABLE_CONTENT));
        }
        if (method.changes()) {
            problems.addAll(Set.of(ProblemAnswer.PRECONDITION_FAILED, ProblemAnswer.PRECONDITION_REQUIRED));
        }
        problems.addAll(declared());
        return problems;
    }

    /** Objects are named in the path; a list or figure of one unit names it in the query. */
    private static boolean namesAnObject(Parameter parameter) {
        return parameter.getIn() == Parameter.In.PATH || "unit".equals(parameter.getName())
                || "under".equals(parameter.getName());
    }

    /** Statuses that the method itself declares beyond the rule, with an {@code @APIResponse}. */
    private Set<ProblemAnswer> declared() {
        return EnumSet.allOf(ProblemAnswer.class).stream().filter(
                answer -> operation.getResponses().hasAPIResponse(answer.code())).filter(
                        answer -> answer != ProblemAnswer.UNAUTHORIZED && answer != ProblemAnswer.FORBIDDEN).collect(
                                Collectors.toSet());
    }

    private void setResponses(APIResponse success) {
        Map<String, APIResponse> all = new TreeMap<>();
        successes().skip(1).forEach(further -> all.put(further.getKey(),
                shared.withHeader(further.getValue(), ResponseHeader.TRACE_ID)));
        all.put(Integer.toString(method.status()), success);
        if (method.versionedRead()) {
            APIResponse unchanged = OASFactory.createAPIResponse().description("The caller has this version already");
            all.put("304", shared.withHeader(unchanged, ResponseHeader.ETAG));
        }
        problems().forEach(problem -> all.put(problem.code(), shared.problem(problem)));
        APIResponses responses = OASFactory.createAPIResponses();
        all.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }

    private List<Parameter> parameters() {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
