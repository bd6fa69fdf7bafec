package org.zhengdun.statistics;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhengdun.settings.EffectiveSettings;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;

/** Units ranked by an indicator, where the settings allow it at all (docs/domain.md section 1). */
@Path("statistics/ranking")
@Authenticated
@Tag(name = "Statistics")
class RankingResource {

    private final Questions questions;
    private final Cubes cubes;
    private final Disclosure disclosure;
    private final RankedUnits units;
    private final RowTraces traces;
    private final EffectiveSettings settings;

    RankingResource(Questions questions, Cubes cubes, Disclosure disclosure, RankedUnits units,
            RowTraces traces, EffectiveSettings settings) {
        this.questions = questions;
        this.cubes = cubes;
        this.disclosure = disclosure;
        this.units = units;
        this.traces = traces;
        this.settings = settings;
    }

    @GET
    @Allowed(Permission.STATISTICS_READ)
    @Operation(operationId = "getRanking", summary = "Rank the units below a unit by an indicator; refused unless its settings have ranking on")
    @APIResponse(responseCode = "200", description = "The units in their order", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Ranking.class)))
    @APIResponse(responseCode = "409", description = "Ranking is off")
    public Ranking ranking(@Valid @BeanParam RankingParameters asked) {
        CubeQuery query = questions.ranking(asked);
        Settings rules = settings.of(query.scene().unit().path());
        if (disclosure.isExternal(query) && !rules.publicationOn()) {
            throw ProblemException.ruleViolated("ranking-not-published");
        }
        if (!rules.rankingOn()) {
            throw ProblemException.of(ProblemType.RANKING_OFF);
        }
        CubeAnswer answer = cubes.answer(query, null);
        traces.leave(query);
        return Ranking.of(answer, units.of(query.scene(), asked.level), asked.order);
    }
}
