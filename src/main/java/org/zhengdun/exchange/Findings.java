package org.zhengdun.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The first findings by row, and how many there are in all. */
final class Findings {

    static final int SHOWN = 100;

    private static final Comparator<Finding> BY_ROW = Comparator.comparingInt(Finding::row).thenComparing(
            Finding::column).thenComparing(finding -> finding.message().code());

    private List<Finding> first = new ArrayList<>();
    private int count;

    static Findings of(Finding finding) {
        Findings findings = new Findings();
        findings.add(finding);
        return findings;
    }

    void add(Finding finding) {
        count++;
        if (first.size() < SHOWN) {
            first.add(finding);
        }
    }

    /** Adds others of which these are the first by row. */
    void addAll(List<Finding> others, int othersCount) {
        count += othersCount;
        first = new ArrayList<>(Stream.concat(first.stream(), others.stream()).sorted(BY_ROW).limit(SHOWN).toList());
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    int count() {
        return count;
    }
}
