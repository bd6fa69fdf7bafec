package org.zhengdun.shared.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The one exception of the domain: a problem type and what the caller needs to mend the request. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient @Nullable Message detail;
    private final transient List<Invalid> errors;
    private final transient List<Message> refusals;
    private final transient Context context;

    /** Facts about the object that help the caller: which rule, which state, which version. */
    public record Context(@Nullable String rule, @Nullable String currentState,
            @Nullable List<String> allowedTransitions,
            @Nullable String currentEtag) {
        static final Context NONE = new Context(null, null, null, null);
    }

    private ProblemException(ProblemType type, @Nullable Message detail, List<Invalid> errors, List<Message> refusals,
            Context context) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = errors;
        this.refusals = refusals;
        this.context = context;
    }

    public static ProblemException of(ProblemType type) {
        return new ProblemException(type, null, List.of(), List.of(), Context.NONE);
    }

    public static ProblemException of(ProblemType type, String code, Object... arguments) {
        return new ProblemException(type, Message.of(code, arguments), List.of(), List.of(), Context.NONE);
    }

    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public static ProblemException invalid(String pointer, String code, Object... arguments) {
        return invalid(List.of(Invalid.of(pointer, code, arguments)));
    }

    public static ProblemException invalid(List<Invalid> errors) {
        return at(ProblemType.VALIDATION_FAILED, errors);
    }

    public static ProblemException at(ProblemType type, List<Invalid> errors) {
        return new ProblemException(type, null, errors, List.of(), Context.NONE);
    }

    /** A rule by its stable name, for example {@code proposer-is-not-decider}. */
    public static ProblemException ruleViolated(String rule) {
        return new ProblemException(ProblemType.RULE_VIOLATED, Message.of("rule." + rule), List.of(), List.of(),
                new Context(rule, null, null, null));
    }

    public static ProblemException transitionNotAllowed(String currentState, List<String> allowed) {
        return new ProblemException(ProblemType.TRANSITION_NOT_ALLOWED, null, List.of(), List.of(),
                new Context(null, currentState, allowed, null));
    }

    public static ProblemException gatesNotMet(List<Message> refusals) {
        return new ProblemException(ProblemType.GATES_NOT_MET, null, List.of(), refusals, Context.NONE);
    }

    public static ProblemException versionMismatch(String currentEtag) {
        return new ProblemException(ProblemType.VERSION_MISMATCH, null, List.of(), List.of(),
                new Context(null, null, null, currentEtag));
    }

    public ProblemType type() {
        return type;
    }

    @Nullable
    Message detail() {
        return detail;
    }

    public List<Invalid> errors() {
        return errors;
    }

    public List<Message> refusals() {
        return refusals;
    }

    Context context() {
        return context;
    }
}
