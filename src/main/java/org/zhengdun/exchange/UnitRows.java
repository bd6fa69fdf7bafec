package org.zhengdun.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.organization.UnitShape;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.web.PlainText;

/** Makes rows of CSV records whose header names the columns in any order, and checks each value on its own. */
final class UnitRows {

    static final List<String> COLUMNS = List.of("code", "parentCode", "kind", "name", "branchKind");

    private static final UnitKind[] UNIT_KINDS = UnitKind.values();
    private static final BranchKind[] BRANCH_KINDS = BranchKind.values();
    private static final Pattern CODE = Pattern.compile(UnitShape.CODE);

    private final Map<String, Integer> places;
    private final Findings findings;

    UnitRows(@Nullable List<String> header, Findings findings) {
        if (header == null || header.size() != COLUMNS.size() || !new HashSet<>(COLUMNS).equals(
                new HashSet<>(header))) {
            throw ProblemException.of(ProblemType.MALFORMED_BODY, "csv.header", String.join(",", COLUMNS));
        }
        this.places = COLUMNS.stream().collect(Collectors.toMap(Function.identity(), header::indexOf));
        this.findings = findings;
    }

    UnitRow row(int row, List<String> values) {
        if (values.size() != places.size()) {
            findings.add(Finding.of(row, "", "import.columns", places.size()));
            return new UnitRow(row, null, null, null, null, null);
        }
        UnitKind kind = constant(row, "kind", values, UNIT_KINDS, "import.kind-unknown");
        if (kind == null && value("kind", values).isEmpty()) {
            findings.add(Finding.of(row, "kind", "import.kind-unknown", ""));
        }
        return new UnitRow(row, code(row, "code", values), parentCode(row, values), kind, name(row, values),
                branchKind(row, kind, values));
    }

    private String value(String column, List<String> values) {
        return values.get(Objects.requireNonNull(places.get(column)));
    }

    private @Nullable String code(int row, String column, List<String> values) {
        String code = value(column, values);
        if (CODE.matcher(code).matches()) {
            return code;
        }
        findings.add(Finding.of(row, column, "import.code-form"));
        return null;
    }

    private @Nullable String parentCode(int row, List<String> values) {
        return value("parentCode", values).isEmpty() ? null : code(row, "parentCode", values);
    }

    private @Nullable String name(int row, List<String> values) {
        String name = value("name", values).strip();
        if (name.isEmpty()) {
            findings.add(Finding.of(row, "name", "import.name-required"));
        } else if (name.length() > UnitShape.NAME_LENGTH) {
            findings.add(Finding.of(row, "name", "import.name-length", UnitShape.NAME_LENGTH));
        } else if (PlainText.firstRefused(name) >= 0) {
            findings.add(Finding.of(row, "name", "import.name-text"));
        } else {
            return name;
        }
        return null;
    }

    private @Nullable BranchKind branchKind(int row, @Nullable UnitKind kind, List<String> values) {
        BranchKind branchKind = constant(row, "branchKind", values, BRANCH_KINDS, "import.branch-kind-unknown");
        boolean given = !value("branchKind", values).isEmpty();
        if (kind == UnitKind.BRANCH && !given) {
            findings.add(Finding.of(row, "branchKind", "import.branch-kind-required"));
        }
        if (kind != null && kind != UnitKind.BRANCH && given) {
            findings.add(Finding.of(row, "branchKind", "import.branch-kind-not-applicable"));
        }
        return branchKind;
    }

    private <E extends Enum<E>> @Nullable E constant(int row, String column, List<String> values, E[] constants,
            String code) {
        String name = value(column, values);
        if (name.isEmpty()) {
            return null;
        }
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        findings.add(Finding.of(row, column, code, shown(name)));
        return null;
    }

    private static String shown(String name) {
        return PlainText.firstRefused(name) >= 0 ? "?" : name.substring(0, Math.min(name.length(), 40));
    }
}
