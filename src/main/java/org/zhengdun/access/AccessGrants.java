package org.zhengdun.access;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads grants to change them. */
@ApplicationScoped
class AccessGrants implements PanacheRepository<AccessGrant> {}
