package org.zhengdun.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;

/** A province of its own for one test, with people who hold grants in it. */
public final class World {

    private static final int NATION = 1;
    private static final int BRANCHES = 3;

    private final Jdbi jdbi;
    private final String prefix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final int province;
    private final int city;
    private final int county;
    private final int township;
    private final List<Integer> branches = new ArrayList<>();
    private int codes;
    private int people;

    /** Somebody with one grant. */
    public record Person(long accountId, String subject, String token) {}

    private World(Jdbi jdbi) {
        this.jdbi = jdbi;
        province = unit(NATION, UnitKind.PROVINCE, "省委");
        city = unit(province, UnitKind.CITY, "市委");
        county = unit(city, UnitKind.COUNTY, "县委");
        township = unit(county, UnitKind.TOWNSHIP, "镇党委");
        for (int number = 1; number <= BRANCHES; number++) {
            branches.add(unit(township, UnitKind.BRANCH, number + "村党支部"));
        }
    }

    /** Province, city, county, township and three village branches, all new. */
    public static World create(Jdbi jdbi) {
        return new World(jdbi);
    }

    public int province() {
        return province;
    }

    public int city() {
        return city;
    }

    public int county() {
        return county;
    }

    public int township() {
        return township;
    }

    /** A village branch of the township, counted from 1. */
    public int branch(int number) {
        return branches.get(number - 1);
    }

    /** A code that no other unit has; codes of one world sort in the order they were made. */
    public String newCode() {
        return "%s%04d".formatted(prefix, ++codes);
    }

    /** One more unit; a branch is a village branch. */
    public int unit(int parent, UnitKind kind, String name) {
        @Nullable
        String branchKind = kind == UnitKind.BRANCH ? BranchKind.VILLAGE.name() : null;
        return jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO org_unit (id, parent_id, code, name, kind, branch_kind, ancestors)
                SELECT n.id, p.id, :code, :name, :kind, :branchKind, p.ancestors || n.id
                FROM org_unit p, (SELECT nextval(pg_get_serial_sequence('org_unit', 'id'))::integer AS id) n
                WHERE p.id = :parent RETURNING id""").bind("code", newCode()).bind("name", name).bind("kind",
                kind.name()).bind("branchKind", branchKind).bind("parent", parent).mapTo(Integer.class).one());
    }

    /** The access token of somebody new who holds the role on the unit. */
    public String user(Role role, int unitId) {
        return person(role, unitId).token();
    }

    /** Somebody new who holds the role on the unit. */
    public Person person(Role role, int unitId) {
        String subject = "%s-%s-%d".formatted(prefix, role.tokenName(), ++people);
        long accountId = jdbi.withHandle(handle -> handle.createQuery("""
                INSERT INTO account (issuer, subject, display_name, created_at)
                VALUES (:issuer, :subject, :subject, now()) RETURNING id""").bind("issuer",
                TestStack.identity().issuer()).bind("subject", subject).mapTo(Long.class).one());
        grant(accountId, role, unitId);
        return new Person(accountId, subject, TestStack.identity().accessToken(subject, Set.of(role.tokenName())));
    }

    /** The county department that somebody with this role answers for. */
    public void seat(Person person, String department) {
        jdbi.useHandle(handle -> handle.createUpdate(
                "UPDATE access_grant SET department = :department WHERE account_id = :account").bind("department",
                        department).bind("account", person.accountId()).execute());
    }

    /** One more grant for somebody; his token must have the role too. */
    public void grant(long accountId, Role role, int unitId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO access_grant (account_id, role, org_unit_id, valid_from, granted_at)
                VALUES (:account, :role, :unit, now() - interval '1 day', now() - interval '1 day')""").bind("account",
                accountId).bind("role", role.name()).bind("unit", unitId).execute());
    }
}
