package org.zhengdun.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * One standard of a checklist.
 *
 * @param points most that can be scored; 0 for a veto item
 * @param veto   the item is not scored: when it is triggered, the check fails
 */
@Embeddable
record ChecklistItem(@Column(name = "section") String section, @Column(name = "code") String code,
        @Column(name = "standard") String standard, @Column(name = "points") int points,
        @Column(name = "veto") boolean veto, @Column(name = "evidence_needed") boolean evidenceNeeded,
        @Column(name = "not_applicable_allowed") boolean notApplicableAllowed) {}
