package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import org.jdbi.v3.core.Handle;
import org.zhengdun.cases.CaseState;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.web.Language;

/** The items of an axis, in their order and with their labels. */
@RequestScoped
class AxisItems {

    private static final String REST = "figures.none";

    private final Language language;

    AxisItems(Language language) {
        this.language = language;
    }

    /** An item with the key under which figures know it. */
    record Keyed(String key, CubeItem item) {}

    List<Keyed> of(Handle handle, Axis axis, Set<String> keys, UnitItems units) {
        List<String> known = keys.stream().filter(key -> !key.equals(Figures.NONE)).toList();
        List<Keyed> items = new ArrayList<>(switch (axis.dimension()) {
            case ORG -> units(known, units);
            case CATEGORY, PROBLEM_CATEGORY -> sorted(known, categories(handle, known));
            case BRANCH_KIND -> constants(known, BranchKind.class);
            case STATE -> constants(known, CaseState.class);
            case HELPER_KIND -> constants(known, HelperKind.class);
            case ROUND -> sorted(known, rounds(handle, known));
            case MONTH -> known.stream().map(Integer::valueOf).sorted().map(
                    month -> keyed(month.toString(), Span.month(month).toString(),
                            Span.month(month).toString())).toList();
        });
        if (keys.contains(Figures.NONE)) {
            items.add(keyed(Figures.NONE, Figures.NONE, language.text(Message.of(REST))));
        }
        return items;
    }

    private static List<Keyed> units(Collection<String> keys, UnitItems units) {
        return keys.stream().map(key -> Objects.requireNonNull(units.units().get(Integer.valueOf(key)))).sorted(
                Comparator.comparing(UnitItems.Found::code)).map(
                        unit -> new Keyed(String.valueOf(unit.id()),
                                new CubeItem(unit.code(), unit.name(), unit.id()))).toList();
    }

    private static List<Keyed> sorted(Collection<String> keys, Map<String, String> labels) {
        return keys.stream().sorted().map(key -> keyed(key, key, labels.getOrDefault(key, key))).toList();
    }

    private <E extends Enum<E>> List<Keyed> constants(Collection<String> keys, Class<E> type) {
        return keys.stream().map(key -> Enum.valueOf(type, key)).sorted().map(
                constant -> keyed(constant.name(), constant.name(), language.label(constant))).toList();
    }

    private Map<String, String> categories(Handle handle, Collection<String> codes) {
        return handle.createQuery("SELECT code, " + (language.isEnglish() ? "name_en" : "name_zh")
                + " AS name FROM category WHERE code = ANY(:codes) ORDER BY version").bindArray("codes", String.class,
                        codes).map(
                                (row, context) -> Map.entry(row.getString("code"),
                                        row.getString("name"))).stream().collect(
                                                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue,
                                                        (former, latest) -> latest));
    }

    private static Map<String, String> rounds(Handle handle, Collection<String> ids) {
        return handle.createQuery("SELECT id, name FROM round WHERE id = ANY(:ids)").bind("ids",
                ids.stream().mapToLong(Long::parseLong).toArray()).map(
                        (row, context) -> Map.entry(row.getString("id"), row.getString("name"))).stream().collect(
                                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Keyed keyed(String key, String code, String label) {
        return new Keyed(key, new CubeItem(code, label, null));
    }
}
