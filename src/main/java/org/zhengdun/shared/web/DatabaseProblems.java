package org.zhengdun.shared.web;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.OptimisticLockException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.zhengdun.shared.problem.Messages;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** What the constraints of the database say, as problems: the last line of every rule. */
final class DatabaseProblems {

    private static final Map<String, String> RULES = Map.of("requester_is_not_approver",
            "requester-is-not-approver", "proposer_is_not_decider", "proposer-is-not-decider",
            "nobody_grants_himself", "nobody-changes-own-grants", "nobody_revokes_his_own",
            "nobody-changes-own-grants", "administrators_apart", "administrators-apart", "helper_is_not_inspector",
            "helper-is-not-inspector", "participant_is_not_inspector", "participant-is-not-inspector",
            "inspector_takes_no_other_part", "inspector-takes-no-other-part");

    private DatabaseProblems() {}

    static Optional<ProblemException> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
            if (cause instanceof OptimisticLockException) {
                return Optional.of(ProblemException.of(ProblemType.VERSION_MISMATCH));
            }
            if (cause instanceof SQLException refused) {
                return ofSql(refused);
            }
        }
        return Optional.empty();
    }

    /** Whether the whole transaction may be tried again: serialization failure or deadlock. */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return "40001".equals(refused.getSQLState()) || "40P01".equals(refused.getSQLState());
            }
        }
        return false;
    }

    private static Optional<ProblemException> ofSql(SQLException refused) {
        return switch (String.valueOf(refused.getSQLState())) {
            case "23514" -> rule(refused);
            case "23505", "23P01" ->
                rule(refused).or(() -> Optional.of(exists(String.valueOf(constraint(refused)))));
            case "55P03", "57014", "53300" -> Optional.of(ProblemException.of(ProblemType.UNAVAILABLE));
            default -> Optional.empty();
        };
    }

    /** In words of the domain; constraints without words of their own are not named. */
    private static ProblemException exists(String constraint) {
        String code = "exists." + constraint;
        return ProblemException.of(ProblemType.ALREADY_EXISTS, Messages.has(code) ? code : "exists.other");
    }

    private static Optional<ProblemException> rule(SQLException refused) {
        return Optional.ofNullable(RULES.get(String.valueOf(constraint(refused)))).map(ProblemException::ruleViolated);
    }

    private static @Nullable String constraint(SQLException refused) {
        if (refused instanceof PSQLException postgres) {
            ServerErrorMessage message = postgres.getServerErrorMessage();
            return message == null ? null : message.getConstraint();
        }
        return null;
    }
}
