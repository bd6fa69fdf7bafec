package org.zhengdun.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.zhengdun.shared.security.Digests;

/**
 * The published algorithm of spot-check samples (docs/spot-checks.md): within a stratum the smallest SHA-256 of seed, colon
 * and case number come first; strata share a draw by largest remainder.
 */
final class Lottery {

    private static final Comparator<Ticket> ORDER = Comparator.comparing(Ticket::digest).thenComparing(
            ticket -> ticket.member().caseNumber());

    private final Map<String, List<Ticket>> strata;

    /** A case of the population. */
    record Member(long caseId, String caseNumber, String stratum) {}

    /** A case with the digest that decides its place. */
    record Ticket(Member member, String digest) {}

    /**
     * @param remaining the cases of the population that were not drawn yet
     */
    Lottery(String seed, List<Member> remaining) {
        strata = remaining.stream().map(member -> new Ticket(member, digest(seed, member.caseNumber()))).sorted(
                ORDER).collect(
                        Collectors.groupingBy(ticket -> ticket.member().stratum(), TreeMap::new,
                                Collectors.toList()));
    }

    static String digest(String seed, String caseNumber) {
        return HexFormat.of().formatHex(Digests.sha256(seed + ":" + caseNumber));
    }

    /** So many cases over all strata, stratum by stratum. */
    List<Ticket> draw(int size) {
        Map<String, Integer> shares = allocate(size);
        List<Ticket> drawn = new ArrayList<>();
        strata.forEach((stratum, tickets) -> drawn.addAll(tickets.subList(0, shares.getOrDefault(stratum, 0))));
        return drawn;
    }

    /** The next case of one stratum, or none when it is exhausted. */
    List<Ticket> substitute(String stratum) {
        List<Ticket> tickets = strata.getOrDefault(stratum, List.of());
        return tickets.isEmpty() ? List.of() : List.of(tickets.getFirst());
    }

    /** How many each stratum gives: its proportional share rounded down, the rest to the largest remainders. */
    Map<String, Integer> allocate(int size) {
        long all = strata.values().stream().mapToLong(List::size).sum();
        Map<String, Integer> shares = new TreeMap<>();
        strata.forEach((stratum, tickets) -> shares.put(stratum, (int) (size * (long) tickets.size() / all)));
        int rest = size - shares.values().stream().mapToInt(Integer::intValue).sum();
        Comparator<String> byRemainder = Comparator.comparingLong(
                stratum -> -(size * (long) strata.getOrDefault(stratum, List.of()).size() % all));
        shares.keySet().stream().sorted(byRemainder.thenComparing(Comparator.naturalOrder())).limit(
                rest).toList().forEach(stratum -> shares.merge(stratum, 1, Integer::sum));
        return shares;
    }
}
