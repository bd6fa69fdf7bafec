package org.zhengdun.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of every kind, full of bytes that mean nothing. */
final class Samples {

    private Samples() {}

    static byte[] file(MediaKind kind, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] head = head(kind);
        System.arraycopy(head, 0, bytes, 0, Math.min(head.length, size));
        return bytes;
    }

    static byte[] jpeg(int size) throws IOException {
        return file(MediaKind.JPEG, size);
    }

    static String digest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":";
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] head(MediaKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
            case PNG -> new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
            case PDF -> "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
            case MP4 -> "\0\0\0\u0018ftypisom".getBytes(StandardCharsets.US_ASCII);
            case DOCX -> zip("word/document.xml");
            case XLSX -> zip("xl/workbook.xml");
        };
    }

    private static byte[] zip(String first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(first));
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size());
    }
}
