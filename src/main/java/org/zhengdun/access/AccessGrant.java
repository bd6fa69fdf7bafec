package org.zhengdun.access;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Role;

/** A role of an account on the subtree of a unit; it is revoked, never deleted. */
@Entity
@Table(name = "access_grant")
class AccessGrant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(name = "account_id", updatable = false)
    private long accountId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable Department department;

    @Column(name = "org_unit_id", updatable = false)
    private int orgUnitId;

    @Column(name = "valid_from", updatable = false)
    private Instant validFrom;

    @Column(name = "valid_to", updatable = false)
    private @Nullable Instant validTo;

    @Column(name = "granted_by", updatable = false)
    private @Nullable Long grantedBy;

    @Column(name = "granted_at", updatable = false)
    private Instant grantedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoked_by")
    private @Nullable Long revokedBy;

    protected AccessGrant() {}

    AccessGrant(GrantProposal proposal) {
        this(proposal.account(), proposal.role(), proposal.unit().id(), proposal.validFrom());
        this.department = proposal.department();
        this.validTo = proposal.validTo();
        this.grantedBy = proposal.grantor();
        this.grantedAt = proposal.now();
    }

    /** The first grant, given by nobody. */
    AccessGrant(long accountId, Role role, int orgUnitId, Instant validFrom) {
        this.accountId = accountId;
        this.role = role;
        this.orgUnitId = orgUnitId;
        this.validFrom = validFrom;
        this.grantedAt = validFrom;
    }

    long grantId() {
        return id == null ? 0 : id;
    }

    int version() {
        return version;
    }

    void revoke(long revoker, Instant now) {
        if (revoker == accountId) {
            throw ProblemException.ruleViolated("nobody-changes-own-grants");
        }
        if (revokedAt != null) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "grant.revoked");
        }
        revokedAt = now;
        revokedBy = revoker;
    }
}
