package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.zhengdun.rounds.Round;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.problem.Message;

/** Which cases go into which round, and until when (docs/domain.md section 1, carry-over). */
final class CarryOverRules {

    /** Listed and not yet transformed: a nomination is decided first, a transformed case was raised in its round. */
    static final Set<CaseState> STATES = CaseState.UNDER_DEADLINE;
    static final Set<String> STATE_NAMES = STATES.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    /** What keeps a round open. */
    static final Set<CaseState> UNFINISHED = EnumSet.copyOf(CaseState.ACTIVE.stream().filter(
            state -> state != CaseState.TRANSFORMED).toList());

    private CarryOverRules() {}

    /** Why the case stays in the round in which it is counted now: it is carried over when that one is over. */
    static Optional<Message> refusal(Round present, LocalDate today) {
        return present.isOver(today)
                ? Optional.empty()
                : Optional.of(Message.of("carry-over.round-running", present.endsOn()));
    }

    /** What is wrong with the round, for a case that is now counted in this year. */
    static Optional<Message> refusal(Round target, int year) {
        return target.year() == year + 1
                ? Optional.empty()
                : Optional.of(Message.of("carry-over.not-next-year", Integer.toString(year + 1),
                        Integer.toString(target.year())));
    }

    /** What is wrong with a deadline that the caller gives. */
    static Optional<Message> refusal(@Nullable LocalDate deadline, LocalDate today) {
        if (deadline == null) {
            return Optional.empty();
        }
        LocalDate latest = today.plusYears(TransitionRules.MOST_YEARS);
        if (deadline.isAfter(latest)) {
            return Optional.of(Message.of("date.after-latest", latest));
        }
        return deadline.isAfter(today) ? Optional.empty() : Optional.of(Message.of("date.not-in-future"));
    }

    /** The given deadline, or the next deadline day of the settings in the year of the round or later. */
    static LocalDate deadline(@Nullable LocalDate given, int year, Settings settings, LocalDate today) {
        if (given != null) {
            return given;
        }
        LocalDate begin = LocalDate.of(year, 1, 1);
        LocalDate tomorrow = today.plusDays(1);
        return settings.caseDeadline(begin.isAfter(tomorrow) ? begin : tomorrow);
    }

    /** Whether a case that is counted in so many years calls for accountability. */
    static boolean callsForAccountability(int years, Settings settings) {
        return years >= settings.cycles().accountabilityYears();
    }
}
