package org.zhengdun.rounds;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads rounds to change them. */
@ApplicationScoped
class ScreeningRounds implements PanacheRepository<ScreeningRound> {}
