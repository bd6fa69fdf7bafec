package org.zhengdun.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.World;

/** One unit per relation to the township in which every caller has his grant, and one caller per role. */
final class MatrixWorld {

    private static final String NAME = "镇党委";

    private final Jdbi jdbi;
    private final World home;
    private final Map<Relation, Integer> units = new EnumMap<>(Relation.class);
    private final Map<Role, World.Person> callers = new EnumMap<>(Role.class);

    MatrixWorld(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.home = World.create(jdbi);
        int otherCounty = home.unit(home.city(), UnitKind.COUNTY, "邻县县委");
        units.put(Relation.OWN, home.township());
        units.put(Relation.CHILD, home.unit(home.township(), UnitKind.COMMITTEE, "党总支"));
        units.put(Relation.PARENT, home.county());
        units.put(Relation.SIBLING, home.unit(home.county(), UnitKind.TOWNSHIP, "邻镇党委"));
        units.put(Relation.PREFIX_SIBLING, home.unit(home.county(), UnitKind.TOWNSHIP, "新镇党委"));
        units.put(Relation.SAME_NAME, home.unit(otherCounty, UnitKind.TOWNSHIP, NAME));
        units.put(Relation.OTHER_PROVINCE, World.create(jdbi).township());
        units.put(Relation.ASSIGNED, home.unit(home.county(), UnitKind.TOWNSHIP, "帮扶镇党委"));
        units.put(Relation.CLOSED, home.unit(home.township(), UnitKind.COMMITTEE, "撤销的党总支"));
        extendCode();
        for (Role role : Role.values()) {
            callers.put(role, role.isAssigned() ? assigned(role) : home.person(role, home.township()));
        }
        home.seat(caller(Role.COUNTY_DEPT), "DISCIPLINE");
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** The unit in this relation; the nonexistent one has none. */
    int unit(Relation relation) {
        Integer unit = units.get(relation);
        if (unit == null) {
            throw new IllegalArgumentException("no unit is " + relation);
        }
        return unit;
    }

    World.Person caller(Role role) {
        return Objects.requireNonNull(callers.get(role));
    }

    String code(Relation relation) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM org_unit WHERE id = :id").bind("id",
                unit(relation)).mapTo(String.class).one());
    }

    /** Inserts a row of an object by an account and answers its id. */
    long insert(String sql, Object of, long by) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("of", of).bind("by", by).mapTo(Long.class).one());
    }

    /** A new village branch below the unit in this relation. */
    int branch(Relation relation) {
        return home.unit(unit(relation), UnitKind.BRANCH, "村党支部");
    }

    /** Closes the unit that is to be closed, once everything below it is made. */
    void closeUnit() {
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET closed_on = '2020-01-01' WHERE id = ?",
                unit(Relation.CLOSED)));
    }

    /** Somebody whose token has the role but who holds it only by assignment. */
    private World.Person assigned(Role role) {
        World.Person person = home.person(role, home.township());
        jdbi.useHandle(handle -> handle.execute("DELETE FROM access_grant WHERE account_id = ?", person.accountId()));
        return person;
    }

    private void extendCode() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE org_unit SET code = (SELECT code FROM org_unit WHERE id = ?) || '1' WHERE id = ?",
                unit(Relation.OWN), unit(Relation.PREFIX_SIBLING)));
    }
}
