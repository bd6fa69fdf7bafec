package org.zhengdun.organization;

import java.time.LocalDate;
import java.util.Arrays;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** An org unit that is created or changed. */
@Entity
@Table(name = "org_unit")
class OrgUnit {

    @Id
    private int id;
    @Column(name = "parent_id")
    private @Nullable Integer parentId;
    @Column
    private String code;
    @Column
    private String name;
    @Column
    @Enumerated(EnumType.STRING)
    private UnitKind kind;
    @Column(name = "branch_kind")
    @Enumerated(EnumType.STRING)
    private @Nullable BranchKind branchKind;
    @Column
    private int[] ancestors;
    @Column(name = "opened_on", updatable = false)
    private @Nullable LocalDate openedOn;
    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;
    @Column(name = "successor_id")
    private @Nullable Integer successorId;
    @Version
    private int version;

    protected OrgUnit() {}

    OrgUnit(int id, Unit parent, OrgUnitRequest request, LocalDate openedOn) {
        this.id = id;
        this.parentId = parent.id();
        this.code = request.code();
        this.name = request.name();
        this.kind = request.kind();
        this.branchKind = request.branchKind();
        this.openedOn = openedOn;
        this.ancestors = Arrays.copyOf(parent.path(), parent.path().length + 1);
        this.ancestors[parent.path().length] = id;
    }

    void change(OrgUnitPatch changes) {
        name = changes.name();
    }

    /** Follows the reported facts of the branch. */
    void becomes(BranchKind reported) {
        branchKind = reported;
    }

    /** Ends the unit; a merged one has a successor. */
    void close(LocalDate day, @Nullable Integer successor) {
        closedOn = day;
        successorId = successor;
    }

    OrgUnitPatch changeable() {
        return new OrgUnitPatch(name);
    }

    int unitId() {
        return id;
    }

    int[] path() {
        return ancestors.clone();
    }

    int currentVersion() {
        return version;
    }
}
