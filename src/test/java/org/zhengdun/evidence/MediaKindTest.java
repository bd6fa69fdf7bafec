package org.zhengdun.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaKindTest {

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void knowsItsOwnFilesAndNoOthers(MediaKind kind) throws IOException {
        for (MediaKind other : MediaKind.values()) {
            assertThat(kind.matches(Samples.file(other, 400))).as(other.name()).isEqualTo(kind == other);
        }
        assertThat(MediaKind.of(kind.type() + "; charset=UTF-8")).contains(kind);
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void refusesWhatIsNothing(MediaKind kind) throws IOException {
        assertThat(kind.matches(new byte[0])).isFalse();
        assertThat(kind.matches(Arrays.copyOf(Samples.file(kind, 400), 2))).isFalse();
        assertThat(kind.matches("<html><script>".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void anOrdinaryArchiveIsNoDocument() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("AndroidManifest.xml"));
        }
        assertThat(MediaKind.DOCX.matches(bytes.toByteArray())).isFalse();
        assertThat(MediaKind.of("text/html")).isEmpty();
        assertThat(MediaKind.of(null)).isEmpty();
    }

    @Test
    void aBoundedStreamEndsWhereItIsToldTo() throws IOException {
        BoundedStream stream = new BoundedStream(new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.UTF_8)),
                3);
        assertThat(stream.read()).isEqualTo('a');
        assertThat(stream.readAllBytes()).asString().isEqualTo("bc");
        assertThat(stream.read()).isNegative();
    }
}
