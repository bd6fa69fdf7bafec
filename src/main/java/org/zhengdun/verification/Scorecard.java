package org.zhengdun.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The score of a check with its arithmetic: points of items that are not applicable are taken out, what was earned is
 * scaled from what was possible to 100.
 *
 * @param possible      points of the applicable items
 * @param notApplicable points taken out
 * @param vetoes        codes of triggered veto items
 */
@Schema(name = "Scorecard", description = "score = earned / possible * 100, rounded half up to one decimal; possible leaves out items that are not applicable")
record Scorecard(List<Section> sections, BigDecimal earned, int possible, int notApplicable, BigDecimal score,
        List<String> vetoes) {

    /** The arithmetic of one section. */
    @Schema(name = "ScorecardSection")
    record Section(String title, BigDecimal earned, int possible, int notApplicable) {

        private Section plus(ChecklistItem item, Answer answer) {
            return answer.notApplicable()
                    ? new Section(title, earned, possible, notApplicable + item.points())
                    : new Section(title, earned.add(answer.earned()), possible + item.points(), notApplicable);
        }
    }

    static Scorecard of(List<ChecklistItem> items, Map<String, Answer> answers) {
        Map<String, Section> sections = new LinkedHashMap<>();
        List<String> vetoes = new ArrayList<>();
        for (ChecklistItem item : items) {
            Answer answer = answers.getOrDefault(item.code(), Answer.NONE);
            if (!item.veto()) {
                Section section = sections.getOrDefault(item.section(),
                        new Section(item.section(), BigDecimal.ZERO, 0, 0));
                sections.put(item.section(), section.plus(item, answer));
            } else if (answer.triggersVeto()) {
                vetoes.add(item.code());
            }
        }
        return sum(List.copyOf(sections.values()), List.copyOf(vetoes));
    }

    Fraction total() {
        return total(earned, possible);
    }

    private static Scorecard sum(List<Section> sections, List<String> vetoes) {
        BigDecimal earned = sections.stream().map(Section::earned).reduce(BigDecimal.ZERO, BigDecimal::add);
        int possible = sections.stream().mapToInt(Section::possible).sum();
        int notApplicable = sections.stream().mapToInt(Section::notApplicable).sum();
        return new Scorecard(sections, earned, possible, notApplicable, total(earned, possible).percent(), vetoes);
    }

    private static Fraction total(BigDecimal earned, int possible) {
        return new Fraction(earned, BigDecimal.valueOf(possible));
    }
}
