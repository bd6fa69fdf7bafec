package org.zhengdun.audit;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A seal.
 *
 * @param chain unit whose rows the chain seals: a province, or the nation
 * @param hash  SHA-256 in hexadecimal; to be kept outside as an anchor
 */
@Schema(name = "AuditSeal")
record SealRow(int chain, int number, int rows, Instant sealedAt, String hash) {

    static SealRow of(Seal seal) {
        return new SealRow(seal.chain(), seal.number(), seal.rows(), seal.sealedAt(), seal.hashText());
    }

    /** One line of the plain form: chain, number, hash, time. */
    String line() {
        return chain + " " + number + " " + hash + " " + sealedAt + "\n";
    }
}
