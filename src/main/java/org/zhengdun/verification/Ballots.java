package org.zhengdun.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Valid ballots on one aspect by grade. */
@Embeddable
record Ballots(@Column(name = "satisfied") int satisfied,
        @Column(name = "basically_satisfied") int basicallySatisfied,
        @Column(name = "dissatisfied") int dissatisfied) {

    int valid() {
        return satisfied + basicallySatisfied + dissatisfied;
    }

    /** (satisfied + basically satisfied) / valid. */
    Fraction satisfaction() {
        return Fraction.of(satisfied + basicallySatisfied, valid());
    }

    /** dissatisfied / valid. */
    Fraction dissatisfaction() {
        return Fraction.of(dissatisfied, valid());
    }
}
