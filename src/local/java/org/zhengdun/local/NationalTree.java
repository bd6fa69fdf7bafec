package org.zhengdun.local;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.tukaani.xz.XZInputStream;

/** The shipped tree of Party organizations, as CSV. */
final class NationalTree {

    private static final Path FILE = Path.of("src", "local", "divisions", "national-tree.csv.xz");

    private NationalTree() {}

    /** Header and rows of one province by its two digits, or of the nation when they are empty. */
    static byte[] csv(String province) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new XZInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            boolean header = true;
            while (line != null) {
                if (header || line.startsWith(province)) {
                    csv.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                header = false;
                line = lines.readLine();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return csv.toByteArray();
    }
}
