package org.zhengdun.verification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.shared.problem.Invalid;

/** The counted ballots of the popular assessment. */
@Schema(name = "CheckBallotsRequest")
record BallotsRequest(@NotNull @PositiveOrZero @Max(BallotsRequest.MOST) Integer invited,
        @NotNull @PositiveOrZero @Max(BallotsRequest.MOST) Integer present,
        @Schema(description = "Party members among those present") @NotNull @PositiveOrZero @Max(BallotsRequest.MOST) Integer partyMembers,
        @Schema(description = "Invalid ballots on OVERALL") @NotNull @PositiveOrZero @Max(BallotsRequest.MOST) Integer invalid,
        @NotEmpty @Size(max = 20) List<@Valid @NotNull AspectBallots> aspects) {

    static final int MOST = 100_000;

    /** Valid ballots on one aspect. */
    @Schema(name = "AspectBallotsRequest")
    record AspectBallots(@NotNull Aspect aspect, @NotNull @PositiveOrZero @Max(MOST) Integer satisfied,
            @NotNull @PositiveOrZero @Max(MOST) Integer basicallySatisfied,
            @NotNull @PositiveOrZero @Max(MOST) Integer dissatisfied) {

        Ballots ballots() {
            return new Ballots(satisfied, basicallySatisfied, dissatisfied);
        }
    }

    Turnout turnout() {
        return new Turnout(invited, present, partyMembers, invalid);
    }

    Map<Aspect, Ballots> ballots() {
        Map<Aspect, Ballots> ballots = new EnumMap<>(Aspect.class);
        aspects.forEach(each -> ballots.put(each.aspect(), each.ballots()));
        return ballots;
    }

    /** Counts that cannot be. */
    List<Invalid> refused() {
        List<Invalid> refused = new ArrayList<>();
        if (present > invited) {
            refused.add(Invalid.of("/present", "check.more-present-than-invited", Integer.toString(invited)));
        }
        if (partyMembers > present) {
            refused.add(Invalid.of("/partyMembers", "check.more-than-present", Integer.toString(present)));
        }
        Set<Aspect> seen = EnumSet.noneOf(Aspect.class);
        for (int i = 0; i < aspects.size(); i++) {
            addRefused("/aspects/" + i, aspects.get(i), seen, refused);
        }
        if (!seen.contains(Aspect.OVERALL)) {
            refused.add(Invalid.of("/aspects", "check.overall-missing"));
        }
        return refused;
    }

    private void addRefused(String pointer, AspectBallots each, Set<Aspect> seen, List<Invalid> refused) {
        if (!seen.add(each.aspect())) {
            refused.add(Invalid.of(pointer + "/aspect", "value.repeated", each.aspect().name()));
        }
        int cast = each.ballots().valid() + (each.aspect() == Aspect.OVERALL ? invalid : 0);
        if (cast > present) {
            refused.add(Invalid.of(pointer, "check.more-ballots-than-present", Integer.toString(cast),
                    Integer.toString(present)));
        }
    }
}
