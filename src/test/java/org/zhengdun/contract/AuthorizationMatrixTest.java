package org.zhengdun.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Contract;
import org.zhengdun.support.TestStack;

/**
 * Every operation of the served contract in every role and every relation of caller and target. What is right is said by
 * docs/permissions.md, read as text, and by {@link Targets}; the code that enforces it is not asked.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AuthorizationMatrixTest {

    private static final Logger LOG = Logger.getLogger(AuthorizationMatrixTest.class);
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String FORBIDDEN_ROLE = "No active role";

    @Inject
    Jdbi jdbi;

    private final PermissionTable table = PermissionTable.read();
    private final List<String> wrong = new ArrayList<>();
    private int cells;

    /** One cell of the matrix. */
    private record Cell(Contract.Operation operation, Role role, Relation relation, boolean allowed, boolean inScope) {

        boolean isOfSuperior() {
            return Targets.isSeenFromBelow(operation, relation) && !Targets.isAddedToFromBelow(operation);
        }

        @Override
        public String toString() {
            return operation.operationId() + " as " + role.tokenName() + " on " + relation;
        }
    }

    @Test
    void everyOperationIsInTheTable() {
        assertThat(Contract.served().operations()).extracting(
                Contract.Operation::operationId).containsExactlyInAnyOrderElementsOf(
                        table.rows().keySet());
    }

    @Test
    void everyTargetHasAFixture() {
        assertThat(Contract.served().operations().stream().flatMap(
                operation -> Targets.missing(operation).stream()).distinct()).as("add them to Targets").isEmpty();
    }

    @Test
    void answersAsTheTableSays() {
        MatrixWorld world = new MatrixWorld(jdbi);
        Targets targets = new Targets(world);
        List<Contract.Operation> operations = Contract.served().operations().stream().filter(
                operation -> Targets.missing(operation).isEmpty()).toList();
        operations.forEach(operation -> Targets.relations(operation).forEach(
                relation -> targets.path(operation, relation)));
        world.closeUnit();
        for (Contract.Operation operation : operations) {
            for (Role role : Role.values()) {
                Targets.relations(operation).forEach(
                        relation -> check(world, targets, cell(operation, role, relation)));
            }
        }
        LOG.infof("%d operations, %d cells, %d wrong", operations.size(), cells, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private Cell cell(Contract.Operation operation, Role role, Relation relation) {
        PermissionTable.Row row = Optional.ofNullable(table.rows().get(operation.operationId())).orElseThrow();
        return new Cell(operation, role, relation, row.allows(role.tokenName()),
                Targets.isInScope(operation, relation, role));
    }

    private void check(MatrixWorld world, Targets targets, Cell cell) {
        cells++;
        try {
            Response answer = call(world, cell, targets.path(cell.operation(), cell.relation()));
            String fault = fault(world, targets, cell, answer);
            if (!fault.isEmpty()) {
                wrong.add("%s: %d, %s".formatted(cell, answer.statusCode(), fault));
            }
        } catch (AssertionError againstTheContract) {
            wrong.add(cell + ": " + againstTheContract.getMessage());
        }
    }

    private String fault(MatrixWorld world, Targets targets, Cell cell, Response answer) {
        if (!cell.allowed()) {
            return isRefusedByRole(answer) ? "" : "the role is not allowed";
        }
        if (!cell.inScope()) {
            Response nonexistent = call(world, cell, targets.path(cell.operation(), Relation.NONEXISTENT));
            return answer.statusCode() == 404 && answer.asString().equals(nonexistent.asString())
                    ? ""
                    : "out of scope must look like nonexistent";
        }
        if (cell.isOfSuperior() && !cell.operation().method().equals("GET")) {
            return answer.statusCode() == 403 ? "" : "what superiors decided must not be changed from below";
        }
        return isServed(cell.operation(), answer) ? "" : "allowed and in scope: " + answer.asString();
    }

    private static Response call(MatrixWorld world, Cell cell, String path) {
        RequestSpecification request = given().auth().oauth2(world.caller(cell.role()).token()).header("traceparent",
                TRACEPARENT).header("Accept-Language", "en");
        if (!cell.operation().method().equals("GET")) {
            request.queryParam("dryRun", true);
        }
        if (cell.operation().hasBody()) {
            request.contentType(cell.operation().bodyType()).body(
                    cell.operation().exampleBody().getBytes(StandardCharsets.UTF_8));
        }
        return request.request(cell.operation().method(), path);
    }

    private static boolean isRefusedByRole(Response answer) {
        return answer.statusCode() == 403 && answer.asString().contains(FORBIDDEN_ROLE);
    }

    /** Reads succeed; writes may be refused for what they are, not for who asks in which role. */
    private static boolean isServed(Contract.Operation operation, Response answer) {
        int status = answer.statusCode();
        if (operation.method().equals("GET")) {
            return status == 200 || status == 400 && operation.hasRequiredQuery();
        }
        return status != 401 && status != 404 && status < 500 && !isRefusedByRole(answer);
    }
}
