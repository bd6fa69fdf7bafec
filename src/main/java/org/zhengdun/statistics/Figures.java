package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What was counted of each part at each place of a table; margins are sums. */
final class Figures {

    /** The item of rows without a value on an axis, for example cases under no unit of the level. */
    static final String NONE = "NONE";

    private final UnitItems units;
    private final Map<Part, Map<Place, Tally>> tallies = new HashMap<>();
    private final Set<String> rows = new HashSet<>();
    private final Set<String> columns = new HashSet<>();

    /** Items on both axes by their keys; null stands for all of them, or for an axis that is not there. */
    record Place(@Nullable String row, @Nullable String column) {

        /** Asked four times for each group; the strings know theirs. */
        @Override
        public int hashCode() {
            return 31 * Objects.hashCode(row) + Objects.hashCode(column);
        }
    }

    Figures(UnitItems units) {
        this.units = units;
    }

    /** Adds to a place and to the margins it belongs to. */
    void add(Place place, Part part, long count, @Nullable Long value) {
        if (place.row() != null) {
            rows.add(place.row());
        }
        if (place.column() != null) {
            columns.add(place.column());
        }
        Map<Place, Tally> ofPart = tallies.computeIfAbsent(part, missing -> new HashMap<>());
        margins(place).forEach(each -> ofPart.computeIfAbsent(each, missing -> new Tally()).add(count, value));
    }

    Tally of(Place place, Part part) {
        return Objects.requireNonNullElseGet(tallies.getOrDefault(part, Map.of()).get(place), Tally::new);
    }

    /** The units among the keys. */
    UnitItems units() {
        return units;
    }

    Set<String> rows() {
        return rows;
    }

    Set<String> columns() {
        return columns;
    }

    private static List<Place> margins(Place place) {
        List<Place> margins = new ArrayList<>(4);
        margins.add(place);
        if (place.column() != null) {
            margins.add(new Place(place.row(), null));
        }
        if (place.row() != null) {
            margins.add(new Place(null, place.column()));
        }
        if (place.row() != null && place.column() != null) {
            margins.add(new Place(null, null));
        }
        return margins;
    }
}
