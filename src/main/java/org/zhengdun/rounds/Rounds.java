package org.zhengdun.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.settings.EffectiveSettings;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Scope;

/** Looks rounds up for the other features. */
@ApplicationScoped
public class Rounds {

    private final Jdbi jdbi;
    private final EffectiveSettings settings;
    private final RoundPlaces places;

    Rounds(Jdbi jdbi, EffectiveSettings settings, RoundPlaces places) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.places = places;
    }

    /**
     * A round named in a request for a branch: 422 with the pointer when no unit above the branch holds it or it is closed.
     *
     * @param branchPath ids from the root to the branch
     */
    public Round open(long id, int[] branchPath, String pointer) {
        return open(id, found -> found.isHeldFor(branchPath), pointer);
    }

    /**
     * As {@link #open(long, int[], String)}, for whoever sees the round.
     *
     * @param visible units whose rounds the caller sees
     */
    public Round open(long id, Scope visible, String pointer) {
        return open(id, found -> places.reached(id, visible), pointer);
    }

    /** The lock keeps the round from being closed until the transaction has brought its case into it. */
    private Round open(long id, Predicate<Round> known, String pointer) {
        Round round = find(id, "FOR SHARE").filter(known).orElseThrow(
                () -> ProblemException.invalid(pointer, "round.unknown"));
        if (round.state() == RoundState.CLOSED) {
            throw ProblemException.invalid(pointer, "round.closed");
        }
        return round;
    }

    /** The round that an existing object names. */
    public Round byId(long id) {
        return find(id, "").orElseThrow(ProblemException::notFound);
    }

    /** A round named in a path: 404 unless it is inside the scope, held for it by a superior, or something made in it is. */
    public Round reached(long id, Scope scope) {
        return find(id, "").filter(found -> places.reached(id, scope)).orElseThrow(ProblemException::notFound);
    }

    /** What the scope sees of the round. */
    public RoundArea area(Round round, Scope scope) {
        return places.area(round.id(), round.path(), scope);
    }

    /** The round that the same unit held last before this one. */
    public Optional<Long> former(Round round) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id FROM round WHERE unit_id = :unit AND year < :year ORDER BY year DESC LIMIT 1").bind("unit",
                        round.unitId()).bind("year", round.year()).mapTo(Long.class).findOne());
    }

    private Optional<Round> find(long id, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT id, unit_id, ancestors, year, name, starts_on, ends_on, state, settings FROM round WHERE id = :id "
                        + lock).bind(
                                "id", id).map((row, context) -> round(row)).findOne());
    }

    private Round round(ResultSet row) throws SQLException {
        return new Round(row.getLong("id"), row.getInt("unit_id"), Columns.ints(row, "ancestors"), row.getInt("year"),
                row.getString("name"), Columns.requiredDate(row, "starts_on"), Columns.requiredDate(row, "ends_on"),
                RoundState.valueOf(row.getString("state")),
                settings.read(row.getString("settings")));
    }
}
