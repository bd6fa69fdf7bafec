package org.zhengdun.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** One edition of a family of checklists: written as a draft, immutable once published. */
@Entity
@Table(name = "checklist")
class Checklist {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "family")
    private UUID family;

    @Column(name = "edition")
    private int edition;

    @Column(name = "unit_id")
    private int unitId;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ChecklistState state;

    @Version
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable Long publishedBy;

    @ElementCollection
    @CollectionTable(name = "checklist_item", joinColumns = @JoinColumn(name = "checklist_id"))
    @OrderColumn(name = "position")
    private List<ChecklistItem> items;

    @SuppressWarnings("NullAway.Init")
    protected Checklist() {}

    private Checklist(UUID family, int edition, int unitId, String name, List<ChecklistItem> items) {
        this.family = family;
        this.edition = edition;
        this.unitId = unitId;
        this.name = name;
        this.items = new ArrayList<>(items);
        this.state = ChecklistState.DRAFT;
    }

    /** The first edition of a new family. */
    static Checklist first(int unitId, String name, List<ChecklistItem> items) {
        return new Checklist(UUID.randomUUID(), 1, unitId, name, items);
    }

    /** A draft of the next edition with the same content. */
    Checklist next(int newest) {
        if (state != ChecklistState.PUBLISHED) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "checklist.is-draft");
        }
        return new Checklist(family, newest + 1, unitId, name, items);
    }

    Checklist signed(long accountId, Instant at) {
        createdBy = accountId;
        createdAt = at;
        return this;
    }

    void rewrite(String newName, List<ChecklistItem> newItems) {
        requireDraft();
        name = newName;
        items.clear();
        items.addAll(newItems);
    }

    void publish(long accountId, Instant at) {
        requireDraft();
        List<Invalid> unpublishable = ChecklistContent.unpublishable(items);
        if (!unpublishable.isEmpty()) {
            throw ProblemException.invalid(unpublishable);
        }
        state = ChecklistState.PUBLISHED;
        publishedAt = at;
        publishedBy = accountId;
    }

    void requireDraft() {
        if (state != ChecklistState.DRAFT) {
            throw ProblemException.of(ProblemType.STATE_CONFLICT, "checklist.is-published");
        }
    }

    long checklistId() {
        return id;
    }

    UUID family() {
        return family;
    }

    int version() {
        return version;
    }

    ChecklistDetail detail() {
        return new ChecklistDetail(id, family, edition, unitId, name, state, ChecklistContent.sections(items),
                publishedAt);
    }
}
