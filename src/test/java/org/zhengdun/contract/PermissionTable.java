package org.zhengdun.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhengdun.support.Contract;

/** The published table of rights: rendered from the contract for reviewers, read back as text by the matrix test. */
record PermissionTable(Map<String, Row> rows) {

    static final Path FILE = Path.of("docs/permissions.md");

    private static final String EVERYBODY = "everybody";
    private static final String CALLERS = "every caller";
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| `(\\w+) (\\S+)` \\| `(\\w+)` \\| (.+) \\|");

    /** One operation with the roles that may call it. */
    record Row(String operationId, String permission, String roles) {

        boolean isOpenToEverybody() {
            return roles.equals(EVERYBODY);
        }

        boolean allows(String role) {
            return isOpenToEverybody() || roles.equals(CALLERS) || Set.of(roles.split(", ", -1)).contains(role);
        }
    }

    static PermissionTable read() {
        try {
            return new PermissionTable(Files.readAllLines(FILE).stream().map(ROW::matcher).filter(
                    Matcher::matches).map(
                            row -> new Row(row.group(1), row.group(4), row.group(5))).collect(
                                    Collectors.toMap(Row::operationId, Function.identity())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String render(Contract contract) {
        return """
                # Permissions

                Which roles may call which operation. A role counts when the token has it and an active grant or a running
                assignment backs it; the object must lie in the scope of that grant, otherwise the answer is 404. Generated
                from the contract by `ContractTest`; `AuthorizationMatrixTest` calls every operation in every role and
                compares with this table.

                | operation | request | permission | roles |
                |---|---|---|---|
                %s
                """.formatted(
                contract.operations().stream().map(PermissionTable::row).collect(Collectors.joining("\n")));
    }

    private static String row(Contract.Operation operation) {
        return "| `%s` | `%s %s` | `%s` | %s |".formatted(operation.operationId(), operation.method(),
                operation.path(), operation.node().path("x-permission").asText(), roles(operation));
    }

    private static String roles(Contract.Operation operation) {
        JsonNode roles = operation.node().path("x-roles");
        if (roles.isArray()) {
            List<String> names = StreamSupport.stream(roles.spliterator(), false).map(JsonNode::asText).toList();
            return String.join(", ", names);
        }
        return operation.isPublic() ? EVERYBODY : CALLERS;
    }
}
