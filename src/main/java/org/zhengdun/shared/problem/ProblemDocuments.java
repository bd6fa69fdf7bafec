package org.zhengdun.shared.problem;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Writes problem documents in the caller's language. */
public final class ProblemDocuments {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDocuments() {}

    public static Problem document(ProblemException problem, Locale language, String traceId) {
        ProblemType type = problem.type();
        ProblemException.Context context = problem.context();
        return new Problem(type.uri(), title(type, language), type.status(), detail(problem, language), traceId,
                errors(problem, language), refusals(problem, language), context.rule(), context.currentState(),
                context.allowedTransitions(), context.currentEtag());
    }

    public static String title(ProblemType type, Locale language) {
        return Messages.text(language, "problem." + type.slug());
    }

    private static @Nullable String detail(ProblemException problem, Locale language) {
        Message detail = problem.detail();
        return detail == null ? null : Messages.text(language, detail);
    }

    private static @Nullable List<Problem.FieldError> errors(ProblemException problem, Locale language) {
        if (problem.errors().isEmpty()) {
            return null;
        }
        return problem.errors().stream().map(error -> new Problem.FieldError(error.pointer(), error.message().code(),
                Messages.text(language, error.message()))).toList();
    }

    private static @Nullable List<Problem.Refusal> refusals(ProblemException problem, Locale language) {
        if (problem.refusals().isEmpty()) {
            return null;
        }
        return problem.refusals().stream().map(
                refusal -> new Problem.Refusal(refusal.code(), Messages.text(language, refusal))).toList();
    }
}
