package org.zhengdun.verification;

import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhengdun.shared.problem.ProblemException;

/** Checklists loaded to change them. */
@ApplicationScoped
class Checklists implements PanacheRepository<Checklist> {

    Checklist existing(long id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    int newestEdition(UUID family) {
        return getEntityManager().createQuery("select max(c.edition) from Checklist c where c.family = :family",
                Integer.class).setParameter("family", family).getSingleResult();
    }
}
