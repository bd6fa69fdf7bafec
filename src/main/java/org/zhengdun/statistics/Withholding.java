package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides, for a province and all years that share cases, which counts by category are withheld from external clients
 * (docs/adr/0024). The same for every question and every year, so that answers cannot be played off against each other.
 *
 * <p>What is withheld under a published unit is a block: some of its children with all below them, times some categories, the
 * restricted ones among them. All that can be known of a block are its margins: the sum of each unit over the categories of
 * the block, and the sum of each category over the children, in each year. A block is chosen only if cases of the block can
 * change their categories in such a way that all these sums stay and a unit with few restricted cases has none.
 */
final class Withholding {

    /** The withheld categories of each unit; published units that are absent have none. */
    record Plan(Map<Integer, BitSet> units, Map<Integer, BitSet> rests) {}

    /** Children whose categories are withheld. */
    private record Block(List<CountedUnit> rows, BitSet categories) {}

    private final BitSet restricted;
    private final int categories;
    private final int threshold;
    private final SmallCounts small;
    private final Map<CountedUnit, Optional<Block>> blocks = new IdentityHashMap<>();

    Withholding(BitSet restricted, int categories, int threshold) {
        this.restricted = restricted;
        this.categories = categories;
        this.threshold = threshold;
        this.small = new SmallCounts(restricted, threshold);
    }

    /** What is withheld in one of the years that are counted. */
    Plan plan(CountedUnit province, int year) {
        Plan plan = new Plan(new HashMap<>(), new HashMap<>());
        if (isPublishable(province)) {
            apply(province, year, plan);
        } else {
            hide(new Block(List.of(province), all()), year, plan, false);
        }
        return plan;
    }

    private void apply(CountedUnit unit, int year, Plan plan) {
        Block block = Objects.requireNonNull(blocks.get(unit)).orElseThrow();
        hide(block, year, plan, true);
        unit.children().stream().filter(
                child -> child.published() && block.rows().stream().noneMatch(row -> row == child)).forEach(
                        child -> apply(child, year, plan));
    }

    /** A count that its margins determine is no secret and stays. */
    private void hide(Block block, int year, Plan plan, boolean marginsKnown) {
        long[] sums = sums(block.rows()).in(year);
        block.rows().stream().flatMap(CountedUnit::subtree).forEach(unit -> {
            BitSet hidden = (BitSet) block.categories().clone();
            long[] counts = unit.counts().in(year);
            if (marginsKnown) {
                block.categories().stream().filter(
                        category -> isDetermined(block.categories(), counts, sums, category)).forEach(hidden::clear);
            } else if (ListedCounts.sum(counts, all()) == 0) {
                hidden.clear();
            }
            (unit.rest() ? plan.rests() : plan.units()).put(unit.unit(), hidden);
        });
    }

    private static boolean isDetermined(BitSet categories, long[] unit, long[] sums, int category) {
        long row = ListedCounts.sum(unit, categories);
        long column = sums[category];
        long others = ListedCounts.sum(sums, categories) - column;
        return Math.max(0, row - others) == Math.min(row, column);
    }

    /** Whether the categories of the unit can be published without telling a small restricted count in it or below it. */
    private boolean isPublishable(CountedUnit unit) {
        Optional<Block> block = unit.published() && !small.areIn(unit.counts()) ? block(unit) : Optional.empty();
        blocks.put(unit, block);
        return block.isPresent();
    }

    private Optional<Block> block(CountedUnit unit) {
        List<CountedUnit> rows = new ArrayList<>();
        List<CountedUnit> others = new ArrayList<>();
        unit.children().forEach(child -> (isPublishable(child) ? others : rows).add(child));
        if (rows.isEmpty()) {
            return Optional.of(new Block(rows, new BitSet()));
        }
        others.sort(Comparator.<CountedUnit>comparingLong(
                child -> ever(child, restricted) - ever(child, all())).thenComparing(
                        CountedUnit::unit));
        for (int more = 0; more <= others.size(); more++) {
            List<CountedUnit> tried = new ArrayList<>(rows);
            tried.addAll(others.subList(0, more));
            Optional<Block> safe = wide(tried).stream().filter(this::isSafe).findFirst();
            if (safe.isPresent()) {
                return safe;
            }
        }
        return Optional.empty();
    }

    /** Blocks of these rows, of ever more categories; where units below counties are among them, of all. */
    private List<Block> wide(List<CountedUnit> rows) {
        if (rows.stream().anyMatch(row -> !row.published())) {
            return List.of(new Block(rows, all()));
        }
        long[] sums = sums(rows).ever();
        List<Integer> absorbing = IntStream.range(0, categories).filter(
                category -> !restricted.get(category)).boxed().sorted(
                        Comparator.<Integer>comparingLong(category -> -sums[category]).thenComparing(
                                category -> category)).toList();
        List<Block> blocks = new ArrayList<>();
        BitSet withheld = (BitSet) restricted.clone();
        absorbing.forEach(category -> {
            withheld.set(category);
            blocks.add(new Block(rows, (BitSet) withheld.clone()));
        });
        return blocks;
    }

    /** Whether any unit of the block with few restricted cases could, for all its margins say, have none. */
    private boolean isSafe(Block block) {
        ListedCounts sums = sums(block.rows());
        BitSet absorbing = (BitSet) block.categories().clone();
        absorbing.andNot(restricted);
        return ListedCounts.sum(sums.ever(), restricted) == 0
                || sums.years().stream().map(sums::in).allMatch(
                        counts -> ListedCounts.sum(counts, restricted) == 0
                                || ListedCounts.sum(counts, absorbing) >= threshold)
                        && !small.areIn(sums)
                        && block.rows().stream().flatMap(CountedUnit::subtree).filter(this::needsProtection).allMatch(
                                unit -> new Exchanges(restricted, block.categories(), sums,
                                        unit.counts()).suffice(unit.counts()));
    }

    /** A unit with many restricted cases needs it where units below it may have few. */
    private boolean needsProtection(CountedUnit unit) {
        return unit.published() ? ever(unit, restricted) > 0 : small.areInAYear(unit.counts());
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, categories);
        return all;
    }

    private static long ever(CountedUnit unit, BitSet wanted) {
        return ListedCounts.sum(unit.counts().ever(), wanted);
    }

    private ListedCounts sums(List<CountedUnit> units) {
        return ListedCounts.sum(units.stream().map(CountedUnit::counts).toList(), categories);
    }
}
