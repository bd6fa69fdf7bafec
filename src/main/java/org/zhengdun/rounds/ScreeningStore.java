package org.zhengdun.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Stores versions of screening records, any number of them with the same few statements. */
@ApplicationScoped
class ScreeningStore {

    private static final String TARGETS = """
            SELECT u.id, u.code, u.name, u.kind, u.branch_kind, u.ancestors, u.closed_on,
                   s.version, s.method, s.result, s.findings, s.evidence, s.screened_on
            FROM unnest(:codes) asked(code) JOIN org_unit u ON u.code = asked.code
            LEFT JOIN screening s ON s.round_id = :round AND s.branch_id = u.id AND s.superseded_at IS NULL""";
    private static final String SUPERSEDE = """
            UPDATE screening SET superseded_at = :now
            WHERE round_id = :round AND branch_id = ANY(:branches) AND superseded_at IS NULL""";
    private static final String INSERT = """
            INSERT INTO screening (round_id, branch_id, version, ancestors, method, result, findings, evidence,
                screened_on, outside_window, reason, recorded_by, recorded_at)
            SELECT :round, u.id, v.version, u.ancestors, v.method, v.result, v.findings, v.evidence, v.screened_on::date,
                v.outside = 1, v.reason, :account, :now
            FROM unnest(:branches, :versions, :methods, :results, :findings, :evidence, :days, :outside, :reasons)
                v(branch_id, version, method, result, findings, evidence, screened_on, outside, reason)
            JOIN org_unit u ON u.id = v.branch_id ORDER BY u.code""";

    private final Jdbi jdbi;

    ScreeningStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The record of a branch as it stands. */
    record Current(int version, ScreeningContent content) {}

    /** A unit that a screening names, with what is on record for it in the round. */
    record Target(Unit unit, @Nullable Current current) {

        int nextVersion() {
            return current == null ? 1 : current.version() + 1;
        }
    }

    /** A version to be stored. */
    record Version(int branchId, int number, ScreeningContent content, boolean outsideWindow,
            @Nullable String reason) {}

    /** Holds the round for the rest of the transaction, so that records come one after the other; 409 once it is closed. */
    void lockOpen(long roundId) {
        String state = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT state FROM round WHERE id = :round FOR NO KEY UPDATE").bind("round", roundId).mapTo(
                        String.class).one());
        if (state.equals(RoundState.CLOSED.name())) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "round.closed");
        }
    }

    /** Units by their codes; unknown codes are missing. */
    Map<String, Target> targets(long roundId, Collection<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery(TARGETS).bind("codes", codes.toArray(String[]::new)).bind(
                "round", roundId).map((row, context) -> target(row)).list()).stream().collect(
                        Collectors.toMap(target -> target.unit().code(), Function.identity()));
    }

    void store(long roundId, List<Version> versions, long accountId, Instant now) {
        int[] branches = versions.stream().mapToInt(Version::branchId).toArray();
        Map<String, Object> columns = Map.of("branches", branches, "versions",
                versions.stream().mapToInt(Version::number).toArray(), "outside",
                versions.stream().mapToInt(version -> version.outsideWindow() ? 1 : 0).toArray(), "methods",
                texts(versions, version -> version.content().method()), "results",
                texts(versions, version -> version.content().result()), "findings",
                texts(versions, version -> version.content().findings()), "evidence",
                texts(versions, version -> version.content().evidence()), "days",
                texts(versions, version -> version.content().screenedOn()), "reasons",
                texts(versions, Version::reason));
        jdbi.useHandle(handle -> {
            handle.createUpdate(SUPERSEDE).bind("now", now).bind("round", roundId).bind("branches",
                    branches).execute();
            handle.createUpdate(INSERT).bind("round", roundId).bind("account", accountId).bind("now", now).bindMap(
                    columns).execute();
        });
    }

    private static String[] texts(List<Version> versions, Function<Version, @Nullable Object> value) {
        return versions.stream().map(value).map(each -> each == null ? null : each.toString()).toArray(String[]::new);
    }

    private static Target target(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getInt("id"), row.getString("code"), row.getString("name"),
                UnitKind.valueOf(row.getString("kind")), Columns.constant(row, "branch_kind", BranchKind.class),
                Columns.ints(row, "ancestors"), Columns.date(row, "closed_on"));
        Integer version = Columns.integer(row, "version");
        return new Target(unit, version == null ? null : new Current(version, content(row)));
    }

    private static ScreeningContent content(ResultSet row) throws SQLException {
        return new ScreeningContent(ScreeningMethod.valueOf(row.getString("method")),
                ScreeningResult.valueOf(row.getString("result")), row.getString("findings"),
                row.getString("evidence"), Columns.requiredDate(row, "screened_on"));
    }
}
