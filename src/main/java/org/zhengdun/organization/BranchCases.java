package org.zhengdun.organization;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Acting;

/** What changes of the tree ask of cases; the cases feature answers. */
public interface BranchCases {

    /** How many cases are in work in the subtree of the unit at this place. */
    int inWork(int[] place);

    /**
     * Hands the open case of an ending branch over to its successor, or cancels it. Of two open cases the further advanced
     * one goes on. One entry for each case that changed.
     */
    List<EndedCase> end(Ending ending);

    /**
     * The end of a branch.
     *
     * @param successor the branch it is merged into; null when it is dissolved
     */
    record Ending(Unit branch, @Nullable Unit successor, String reason, Acting acting) {}

    /** What becomes of a case whose branch ends. */
    @Schema(name = "EndedCaseFate")
    enum Fate {
        /** The successor goes on with it. */
        HANDED_OVER,
        /** Cancelled as merged: of the cases of branch and successor the other one goes on. */
        CANCELLED_AS_MERGED,
        /** Cancelled as dissolved: there is no successor. */
        CANCELLED_AS_DISSOLVED
    }

    /**
     * A case that was open when its branch ended or took another one in.
     *
     * @param state state in which it was
     */
    @Schema(name = "EndedCase")
    record EndedCase(long id, String number, String state, Fate fate) {}
}
