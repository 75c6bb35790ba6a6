package dev.tenure.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The names that people have at each site, in their own scripts, with the letters that a login is made of. */
final class Names {

    /** One name: as its owner writes it, and in Latin letters. */
    record Name(String written, String latin) {

        private static Name parse(String text) {
            int slash = text.indexOf('/');
            return slash < 0 ? new Name(text, text) : new Name(text.substring(0, slash), text.substring(slash + 1));
        }

        /** Lower-case ASCII letters for a login. */
        String letters() {
            String plain =
                    latin.replace("ß", "ss").replace("ł", "l").replace("Ł", "L").replace("ı", "i");
            return Normalizer.normalize(plain, Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z]", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    private static final String FILE = "names.txt";

    private final Map<String, List<Name>> lists;

    private Names(Map<String, List<Name>> lists) {
        this.lists = lists;
    }

    static Names read() {
        Map<String, List<Name>> lists = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(words(line), lists));
        } catch (IOException broken) {
            throw new UncheckedIOException("The names of the quickstart could not be read", broken);
        }
        return new Names(lists);
    }

    Name given(String site, int number) {
        return pick(site + " given", number);
    }

    Name family(String site, int number) {
        return pick(site + " family", number);
    }

    private Name pick(String key, int number) {
        List<Name> names = Objects.requireNonNull(lists.get(key), key);
        return names.get(Math.floorMod(number, names.size()));
    }

    private static String[] words(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFC).split("\\s+");
    }

    private static void add(String[] words, Map<String, List<Name>> lists) {
        lists.put(
                words[0] + " " + words[1],
                Arrays.stream(words).skip(2).map(Name::parse).toList());
    }
}
