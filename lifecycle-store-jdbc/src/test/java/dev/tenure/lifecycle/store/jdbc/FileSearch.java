package dev.tenure.lifecycle.store.jdbc;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks for ASCII text in all files of a folder, in any case, and in the encodings in which a database may write it. */
final class FileSearch {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Path folder;

    FileSearch(Path folder) {
        this.folder = folder;
    }

    boolean finds(String text) throws IOException {
        List<byte[]> wanted = ENCODINGS.stream()
                .map(encoding -> text.toLowerCase(Locale.ROOT).getBytes(encoding))
                .toList();
        AtomicBoolean found = new AtomicBoolean();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    return FileVisitResult.CONTINUE;
                }
                byte[] content;
                try {
                    content = lower(Files.readAllBytes(file));
                } catch (NoSuchFileException gone) {
                    return visitFileFailed(file, gone);
                }
                found.set(wanted.stream().anyMatch(bytes -> contains(content, bytes)));
                return found.get() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            /** A server that runs removes files of its own in between, and there is nothing in a file that is gone. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        });
        return found.get();
    }

    private static byte[] lower(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] = (byte) (bytes[i] + ('a' - 'A'));
            }
        }
        return bytes;
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at <= content.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && content[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
