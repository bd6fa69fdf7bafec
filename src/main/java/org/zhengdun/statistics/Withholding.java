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
 * Decides, for a province and a year, which counts by category are withheld from external clients (docs/adr/0024). The same for
 * every question, so that answers cannot be played off against each other.
 *
 * <p>What is withheld under a published unit is a block: some of its children with all below them, times some categories, the
 * restricted ones among them. All that can be known of a block are its margins: the sum of each unit over the categories of
 * the block, and the sum of each category over the children. The smallest and the largest value that such margins leave to a
 * cell are known exactly, so a block is chosen for which no small restricted count can be told from none.
 */
final class Withholding {

    /** The withheld categories of each unit; published units that are absent have none. */
    record Plan(Map<Integer, BitSet> units, Map<Integer, BitSet> rests) {}

    /** Children whose categories are withheld. */
    private record Block(List<CountedUnit> rows, BitSet categories) {}

    private final BitSet restricted;
    private final int categories;
    private final int threshold;
    private final Map<CountedUnit, Optional<Block>> blocks = new IdentityHashMap<>();

    Withholding(BitSet restricted, int categories, int threshold) {
        this.restricted = restricted;
        this.categories = categories;
        this.threshold = threshold;
    }

    Plan plan(CountedUnit province) {
        Plan plan = new Plan(new HashMap<>(), new HashMap<>());
        if (isPublishable(province)) {
            apply(province, plan);
        } else {
            hide(new Block(List.of(province), all()), plan, false);
        }
        return plan;
    }

    private void apply(CountedUnit unit, Plan plan) {
        Block block = Objects.requireNonNull(blocks.get(unit)).orElseThrow();
        hide(block, plan, true);
        unit.children().stream().filter(
                child -> child.published() && block.rows().stream().noneMatch(row -> row == child)).forEach(
                        child -> apply(child, plan));
    }

    /** A count that its margins determine is no secret and stays. */
    private void hide(Block block, Plan plan, boolean marginsKnown) {
        block.rows().stream().flatMap(CountedUnit::subtree).forEach(unit -> {
            BitSet hidden = (BitSet) block.categories().clone();
            if (marginsKnown) {
                block.categories().stream().filter(category -> isDetermined(block, unit, category)).forEach(
                        hidden::clear);
            } else if (unit.total() == 0) {
                hidden.clear();
            }
            (unit.rest() ? plan.rests() : plan.units()).put(unit.unit(), hidden);
        });
    }

    private boolean isDetermined(Block block, CountedUnit unit, int category) {
        long row = sum(unit, block.categories());
        long column = sum(block.rows(), category);
        long others = block.categories().stream().mapToLong(each -> sum(block.rows(), each)).sum() - column;
        return Math.max(0, row - others) == Math.min(row, column);
    }

    /** Whether the categories of the unit can be published without telling a small restricted count in it or below it. */
    private boolean isPublishable(CountedUnit unit) {
        Optional<Block> block = unit.published() && !hasSmall(unit) ? block(unit) : Optional.empty();
        blocks.put(unit, block);
        return block.isPresent();
    }

    private boolean hasSmall(CountedUnit unit) {
        return restricted.stream().anyMatch(category -> isSmall(unit.counts()[category]));
    }

    private boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }

    private Optional<Block> block(CountedUnit unit) {
        List<CountedUnit> rows = new ArrayList<>();
        List<CountedUnit> others = new ArrayList<>();
        unit.children().forEach(child -> (isPublishable(child) ? others : rows).add(child));
        if (rows.isEmpty()) {
            return Optional.of(new Block(rows, new BitSet()));
        }
        others.sort(Comparator.<CountedUnit>comparingLong(
                child -> -sum(child, all()) + sum(child, restricted)).thenComparing(
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
        List<Integer> absorbing = IntStream.range(0, categories).filter(
                category -> !restricted.get(category)).boxed().sorted(
                        Comparator.<Integer>comparingLong(category -> -sum(rows, category)).thenComparing(
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
        long absorbing = block.categories().stream().filter(category -> !restricted.get(category)).mapToLong(
                category -> sum(block.rows(), category)).sum();
        return restricted.stream().allMatch(category -> sum(block.rows(), category) == 0)
                || absorbing >= threshold
                        && restricted.stream().noneMatch(category -> isSmall(sum(block.rows(), category)))
                        && block.rows().stream().flatMap(CountedUnit::subtree).filter(this::needsProtection).allMatch(
                                unit -> sum(unit, block.categories()) <= absorbing);
    }

    /** A unit with many restricted cases needs it where units below it may have few. */
    private boolean needsProtection(CountedUnit unit) {
        return unit.published() ? sum(unit, restricted) > 0 : hasSmall(unit);
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, categories);
        return all;
    }

    private static long sum(List<CountedUnit> units, int category) {
        return units.stream().mapToLong(unit -> unit.counts()[category]).sum();
    }

    private static long sum(CountedUnit unit, BitSet categories) {
        return categories.stream().mapToLong(category -> unit.counts()[category]).sum();
    }
}
