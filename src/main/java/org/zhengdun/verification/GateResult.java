package org.zhengdun.verification;

import java.math.BigDecimal;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.shared.problem.Message;

/** One threshold and how the check stands to it. */
@Schema(name = "AcceptanceGate", description = "The comparison uses the exact share; actual is rounded half up to one decimal")
record GateResult(Name name, Bound bound, int threshold, BigDecimal actual, boolean passed) {

    /** What is compared. */
    enum Name {
        /** Checklist score of 100. */
        SCORE,
        /** Percent satisfied or basically satisfied of the valid ballots. */
        SATISFACTION,
        /** Percent dissatisfied of the valid ballots. */
        DISSATISFACTION,
        /** Valid ballots. */
        RATERS,
        /** Percent Party members of the raters present. */
        PARTY_MEMBERS,
        /** Triggered veto items. */
        VETO;

        /** Whether it comes from the answers to the checklist and not from the ballot. */
        boolean comesFromAnswers() {
            return this == SCORE || this == VETO;
        }

        /** Whether a check that misses it fails without a second one. */
        boolean failsOutright() {
            return this == VETO || this == DISSATISFACTION;
        }
    }

    /** On which side of the threshold the check must be. */
    enum Bound {
        /** At or above. */
        AT_LEAST,
        /** At or below. */
        AT_MOST
    }

    static GateResult atLeast(Name name, int percent, Fraction actual) {
        return new GateResult(name, Bound.AT_LEAST, percent, actual.percent(), actual.isAtLeast(percent));
    }

    static GateResult atMost(Name name, int percent, Fraction actual) {
        return new GateResult(name, Bound.AT_MOST, percent, actual.percent(), actual.isAtMost(percent));
    }

    static GateResult countAtLeast(Name name, int least, int actual) {
        return new GateResult(name, Bound.AT_LEAST, least, BigDecimal.valueOf(actual), actual >= least);
    }

    static GateResult none(Name name, int actual) {
        return new GateResult(name, Bound.AT_MOST, 0, BigDecimal.valueOf(actual), actual == 0);
    }

    /** The refusal when the gate is not passed. */
    Message refusal() {
        return Message.of("acceptance-gate." + name.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                actual.toPlainString(), Integer.toString(threshold));
    }
}
