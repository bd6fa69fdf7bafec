package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.cases.RoundSummary.UnitListing;
import org.zhengdun.cases.RoundSummary.WarningKind;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.problem.Message;

/**
 * The signs of a list that was filled by quota or copied (docs/domain.md section 1): each looks at the figures alone.
 *
 * @param total    all that is seen
 * @param units    the units next below
 * @param settings the settings of the round
 */
record RoundSigns(UnitListing total, List<UnitListing> units, Settings settings) {

    /** A sign that shows, not yet in a language. */
    record Sign(WarningKind kind, int numerator, int denominator, @Nullable Integer bound, List<UnitListing> units) {

        Message message() {
            return Message.of("warning." + kind.name(), numerator, denominator, bound == null ? "" : bound);
        }
    }

    List<Sign> signs() {
        List<Sign> signs = new ArrayList<>();
        ratio(signs);
        sameCount(signs);
        copied(signs);
        return signs;
    }

    private void ratio(List<Sign> signs) {
        int low = settings.listedRatioWarning().lowPercent();
        int high = settings.listedRatioWarning().highPercent();
        long share = 100L * total.listed();
        if (total.branches() > 0 && share < (long) low * total.branches()) {
            signs.add(new Sign(WarningKind.RATIO_BELOW, total.listed(), total.branches(), low, List.of()));
        }
        if (total.branches() > 0 && share > (long) high * total.branches()) {
            signs.add(new Sign(WarningKind.RATIO_ABOVE, total.listed(), total.branches(), high, List.of()));
        }
    }

    private void sameCount(List<Sign> signs) {
        List<UnitListing> below = units.stream().filter(unit -> unit.unitId() != total.unitId()).toList();
        if (below.size() >= 2 && below.getFirst().newly() > 0
                && below.stream().mapToInt(UnitListing::newly).distinct().count() == 1) {
            signs.add(new Sign(WarningKind.SAME_COUNT_EVERYWHERE, below.getFirst().newly(), below.size(), null,
                    below));
        }
    }

    private void copied(List<Sign> signs) {
        int bound = settings.screening().copiedListPercent();
        if (total.repeated() > 0 && 100L * total.repeated() >= (long) bound * total.newly()) {
            signs.add(new Sign(WarningKind.LIST_COPIED, total.repeated(), total.newly(), bound,
                    units.stream().filter(unit -> unit.repeated() > 0).toList()));
        }
    }
}
