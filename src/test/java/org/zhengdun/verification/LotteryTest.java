package org.zhengdun.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The published algorithm, against the worked example of docs/spot-checks.md and against a second implementation. */
class LotteryTest {

    private static final String SEED = "03 08 12 17 25 31 + 09";

    private static List<Lottery.Member> members(String stratum, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(
                number -> new Lottery.Member(number, "%06d-2026-%04d".formatted(510104, number), stratum)).toList();
    }

    private static List<Lottery.Member> population(List<List<Lottery.Member>> strata) {
        return strata.stream().flatMap(List::stream).toList();
    }

    private static List<String> numbers(List<Lottery.Ticket> drawn) {
        return drawn.stream().map(ticket -> ticket.member().caseNumber()).toList();
    }

    @Test
    void theWorkedExampleComesOutAsPublished() {
        List<Lottery.Member> population = population(
                List.of(members("510104/COMMUNITY", 1, 3), members("510104/VILLAGE", 4, 10)));
        Lottery lottery = new Lottery(SEED, population);
        assertThat(lottery.allocate(3)).isEqualTo(Map.of("510104/COMMUNITY", 1, "510104/VILLAGE", 2));
        assertThat(numbers(lottery.draw(3))).containsExactly("510104-2026-0003", "510104-2026-0006",
                "510104-2026-0009");
    }

    @Test
    void restsGoToTheLargestRemaindersAndTiesToTheFirstLabel() {
        Lottery lottery = new Lottery(SEED,
                population(List.of(members("B", 1, 3), members("A", 4, 6), members("C", 7, 10))));
        assertThat(lottery.allocate(2)).isEqualTo(Map.of("A", 1, "B", 0, "C", 1));
        assertThat(lottery.allocate(10)).isEqualTo(Map.of("A", 3, "B", 3, "C", 4));
    }

    @Test
    void anExhaustedStratumHasNoSubstitute() {
        Lottery lottery = new Lottery(SEED, members("A", 1, 3));
        assertThat(numbers(lottery.substitute("A"))).isEqualTo(numbers(lottery.draw(1)));
        assertThat(lottery.substitute("B")).isEmpty();
    }

    @RepeatedTest(200)
    void aSecondImplementationDrawsTheSame(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<Lottery.Member> population = random(random);
        String seed = Long.toHexString(random.nextLong());
        int size = 1 + random.nextInt(population.size());
        List<String> drawn = numbers(new Lottery(seed, population).draw(size));
        Map<String, String> strata = population.stream().collect(
                Collectors.toMap(Lottery.Member::caseNumber, Lottery.Member::stratum));
        SecondDrawing second = new SecondDrawing(seed, strata);
        assertThat(drawn).hasSize(size).containsExactlyElementsOf(second.draw(size));
    }

    @RepeatedTest(100)
    void enlargingTakesOnlyFromWhatIsLeftAndEveryStratumSuffices(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        List<Lottery.Member> left = new ArrayList<>(random(random));
        Set<String> drawn = new HashSet<>();
        int all = left.size();
        while (!left.isEmpty()) {
            int size = 1 + random.nextInt(left.size());
            List<String> more = numbers(new Lottery(SEED, left).draw(size));
            assertThat(more).hasSize(size);
            assertThat(Collections.disjoint(more, drawn)).isTrue();
            drawn.addAll(more);
            left.removeIf(member -> drawn.contains(member.caseNumber()));
        }
        assertThat(drawn).hasSize(all);
    }

    private static List<Lottery.Member> random(Random random) {
        return IntStream.range(0, 1 + random.nextInt(60)).mapToObj(number -> new Lottery.Member(number,
                "%06d-2026-%04d".formatted(510100 + random.nextInt(9), number), "S" + random.nextInt(7))).toList();
    }
}
