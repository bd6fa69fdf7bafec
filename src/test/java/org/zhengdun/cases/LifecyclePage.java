package org.zhengdun.cases;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.zhengdun.shared.problem.Messages;
import org.zhengdun.shared.security.Role;

/** The published lifecycle as a page for readers. */
final class LifecyclePage {

    static final Path FILE = Path.of("docs/lifecycle.md");

    private static final Lifecycle CHINESE = Lifecycle.of(constant -> label(constant, Locale.SIMPLIFIED_CHINESE));
    private static final Lifecycle ENGLISH = Lifecycle.of(constant -> label(constant, Locale.ENGLISH));

    private LifecyclePage() {}

    static String render() {
        return """
                # Lifecycle of a case

                What `GET /api/v1/lifecycle` publishes, rendered from the same table by `LifecyclePageTest`. A move is made by
                `POST /api/v1/cases/{id}/transitions`; there is no other way to change the state. Rule numbers are those of
                section 4 of the domain description.

                ```mermaid
                stateDiagram-v2
                    [*] --> NOMINATED: NOMINATE
                %s
                ```

                ## States

                | state | 中文 | English | active |
                |---|---|---|---|
                %s

                ## Moves

                | rule | action | 中文 | English | from | to | roles | required fields | optional fields | gates | notice to |
                |---|---|---|---|---|---|---|---|---|---|---|
                %s

                *) not by the account that proposed the case.
                **) not by who has or had any other part in the case, see [separation](separation.md).

                A case shows the moves of the caller's level: those he can make as `allowedTransitions`, with the fields that the
                request needs now (`pending` becomes a required field while problems are neither closed nor explained), the others as
                `blockedTransitions` with every gate that is not met, or with the rule of separation that keeps this caller out.

                ## Moves of one problem

                | action | from | to | roles | roles for restricted categories |
                |---|---|---|---|---|
                %s
                """.formatted(
                diagram(), states(), moves(), problemMoves());
    }

    private static String label(Enum<?> constant, Locale locale) {
        return Messages.text(locale, "label." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private static String diagram() {
        Stream<String> moves = CHINESE.actions().stream().flatMap(action -> action.from().stream().map(
                from -> "    %s --> %s: %s".formatted(from, action.to(), action.action())));
        Stream<String> ends = CHINESE.states().stream().filter(state -> !state.active()).map(
                state -> "    %s --> [*]".formatted(state.state()));
        return Stream.concat(moves, ends).collect(Collectors.joining("\n"));
    }

    private static String states() {
        return rows(CHINESE.states().size(), row -> "| `%s` | %s | %s | %s |".formatted(
                CHINESE.states().get(row).state(), CHINESE.states().get(row).label(),
                ENGLISH.states().get(row).label(), CHINESE.states().get(row).active() ? "yes" : "no"));
    }

    private static String moves() {
        return rows(CHINESE.actions().size(), row -> {
            Lifecycle.ActionRow action = CHINESE.actions().get(row);
            return "| %d | `%s` | %s | %s | %s | `%s` | %s%s | %s | %s | %s | %s |".formatted(action.rule(),
                    action.action(), action.label(), ENGLISH.actions().get(row).label(), codes(action.from()),
                    action.to(), roles(action.roles()), excluded(action),
                    codes(action.requiredFields().stream().map(TransitionField::jsonName).toList()),
                    codes(action.optionalFields().stream().map(TransitionField::jsonName).toList()),
                    codes(action.gates()), action.notifies().name().toLowerCase(Locale.ROOT));
        });
    }

    private static String excluded(Lifecycle.ActionRow action) {
        return (action.proposerExcluded() ? " *)" : "") + (action.participantsExcluded() ? " **)" : "");
    }

    private static String problemMoves() {
        return CHINESE.problemActions().stream().map(action -> "| `%s` | %s | `%s` | %s | %s |".formatted(
                action.action(), codes(action.from()), action.to(), roles(action.roles()),
                roles(action.rolesIfRestricted()))).collect(Collectors.joining("\n"));
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n"));
    }

    private static String roles(Collection<Role> roles) {
        return codes(roles.stream().map(Role::tokenName).toList());
    }

    private static String codes(Collection<?> constants) {
        return constants.stream().map(constant -> "`" + constant + "`").collect(Collectors.joining(", "));
    }
}
