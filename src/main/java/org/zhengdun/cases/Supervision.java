package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.security.Role;

/** One period in which a superior supervises a case directly (挂牌督办, docs/domain.md section 2). */
@Entity
class Supervision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Column(name = "case_id")
    private long caseId;
    @Enumerated(EnumType.STRING)
    private Role role;
    @Column(name = "unit_id")
    private int unitId;
    @Column(name = "leader_name")
    private String leaderName;
    @Column(name = "leader_post")
    private String leaderPost;
    private LocalDate deadline;
    @Enumerated(EnumType.STRING)
    @Column(name = "report_frequency")
    private ReportFrequency reportFrequency;
    private String reason;
    @Column(name = "listed_at")
    private Instant listedAt;
    @Column(name = "listed_by")
    private long listedBy;
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;
    @Column(name = "ended_by")
    private @Nullable Long endedBy;
    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;
    @Column(name = "end_reason")
    private @Nullable String endReason;

    /** How often the township reports to the supervisor. */
    enum ReportFrequency {
        /** Every week. */
        WEEKLY,
        /** Every second week. */
        FORTNIGHTLY,
        /** Every month. */
        MONTHLY,
        /** Every three months. */
        QUARTERLY
    }

    /** How a period ended. */
    enum Ending {
        /** The superior lifted it. */
        LIFTED,
        /** The case was closed or cancelled. */
        CASE_ENDED
    }

    @SuppressWarnings("NullAway.Init")
    protected Supervision() {}

    Supervision(long caseId, SupervisionRequest request, Acting acting, Instant now) {
        this.caseId = caseId;
        this.role = acting.role();
        this.unitId = acting.unitId();
        this.leaderName = request.leaderName();
        this.leaderPost = request.leaderPost();
        this.deadline = request.deadline();
        this.reportFrequency = request.reportFrequency();
        this.reason = request.reason();
        this.listedAt = now;
        this.listedBy = acting.accountId();
    }

    /** Role of the superior who listed the case. */
    Role role() {
        return role;
    }

    void lift(String why, Acting acting, Instant now) {
        end(Ending.LIFTED, acting, now);
        endReason = why;
    }

    void endWithCase(Acting acting, Instant now) {
        end(Ending.CASE_ENDED, acting, now);
    }

    private void end(Ending how, Acting acting, Instant now) {
        ending = how;
        endedAt = now;
        endedBy = acting.accountId();
    }

    SupervisionRow row() {
        return new SupervisionRow(id, role, unitId, leaderName, leaderPost, deadline, reportFrequency, reason, listedAt,
                endedAt, ending, endReason);
    }
}
