package org.zhengdun.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.problem.ProblemException;

class ContentDigestTest {

    @Test
    void comparesWhatWasSaidWithWhatCame() throws IOException {
        byte[] file = Samples.jpeg(100);
        byte[] digest = HexFormat.of().parseHex(Samples.hex(file));
        assertThat(ContentDigest.of(Samples.digest(file)).accepts(digest)).isTrue();
        assertThat(ContentDigest.of("sha-512=:AAAA:, " + Samples.digest(file)).accepts(digest)).isTrue();
        assertThat(ContentDigest.of(Samples.digest(Samples.jpeg(99))).accepts(digest)).isFalse();
    }

    @Test
    void acceptsAnythingWhenNothingWasSaid() {
        assertThat(ContentDigest.of(null).accepts(new byte[32])).isTrue();
        assertThat(ContentDigest.of("sha-512=:AAAA:").accepts(new byte[32])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-256=", "sha-256=:AAAA:", "sha-256=abc", "sha-256=:====:"})
    void refusesWhatCannotBeRead(String header) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ContentDigest.of(header));
    }
}
