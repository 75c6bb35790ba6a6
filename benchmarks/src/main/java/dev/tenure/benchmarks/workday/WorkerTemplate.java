package dev.tenure.benchmarks.workday;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes workers as a Get_Workers response has them: about 13 KB each, with the blocks that a full response holds, of which
 * the connector needs a part. What differs between workers is filled into bytes that stay, so that to write one costs
 * next to nothing beside reading it. Safe for use by several threads.
 */
public final class WorkerTemplate {

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");
    private static final List<String> FIRST =
            List.of("Jordan", "Aino", "Mateus", "Priya", "Wei", "Zoë", "Kwame", "Lena");
    private static final List<String> LAST = List.of("Alvarez", "Korhonen", "Souza", "Nair", "Zhang", "Okoro", "Weiß");
    private static final List<String> TITLES =
            List.of("Platform Engineer", "Payroll Specialist", "Nurse", "Account Executive", "Buyer");
    private static final List<String> ZONES =
            List.of("America/Los_Angeles", "Europe/Berlin", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo");
    private static final int FIRST_NUMBER = 1_000_000;

    private final List<byte[]> literals = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    /** Reads the template. */
    public WorkerTemplate() {
        String text = resource();
        Matcher matcher = FIELD.matcher(text);
        int from = 0;
        while (matcher.find()) {
            literals.add(text.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
            fields.add(matcher.group(1));
            from = matcher.end();
        }
        literals.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a worker.
     *
     * @param out where to
     * @param number the number of the worker, from 0
     * @param manager that of the manager
     */
    void write(ByteArrayOutputStream out, int number, int manager) {
        for (int i = 0; i < fields.size(); i++) {
            out.writeBytes(literals.get(i));
            out.writeBytes(value(fields.get(i), number, manager).getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(literals.get(fields.size()));
    }

    private static String value(String field, int number, int manager) {
        return switch (field) {
            case "id" -> id(number);
            case "manager" -> id(manager);
            case "wid" -> "f0e97e13491e5d7e8f30b35d0" + id(number);
            case "login" -> of(FIRST, number).toLowerCase(Locale.ROOT).replace('ë', 'e') + "." + id(number);
            case "first" -> of(FIRST, number);
            case "last" -> of(LAST, number);
            case "title" -> of(TITLES, number);
            case "zone" -> of(ZONES, number);
            case "hired" -> "20" + (10 + number % 15) + "-0" + (1 + number % 9) + "-1" + number % 10;
            default -> throw new IllegalStateException("The template has an unknown field '" + field + "'");
        };
    }

    private static String id(int number) {
        return Integer.toString(FIRST_NUMBER + number);
    }

    private static String of(List<String> values, int number) {
        return values.get(number % values.size());
    }

    private static String resource() {
        try (InputStream in = WorkerTemplate.class.getResourceAsStream("worker.xml")) {
            if (in == null) {
                throw new IllegalStateException("worker.xml is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
