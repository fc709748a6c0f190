package vn.hoso.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a password must be, after NIST SP 800-63B-4: long, and not what a guesser tries first. Nothing else is prescribed
 * unless the office asks for it.
 *
 * @param shortest fewest characters
 * @param composition whether upper and lower case letters, digits and signs must all occur
 */
public record PasswordRules(int shortest, boolean composition) {

    static final int LONGEST = 128;

    /** A word of the lists counts as one step of a guesser, any other character too; a word of the context as none. */
    private static final int FEWEST_STEPS = 4;

    private static final int SHORTEST_WORD = 4;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    /**
     * What is wrong with it, as a message key's ending; empty if nothing is.
     *
     * @param context what is known of the user and the office: names, units, places
     */
    List<String> problems(String password, Collection<String> context) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > LONGEST) {
            return List.of("passwordLength");
        }
        List<String> found = new ArrayList<>();
        if (composition && !composed(text)) {
            found.add("passwordComposition");
        }
        if (steps(text, words(context)) < FEWEST_STEPS) {
            found.add("passwordGuessable");
        }
        return found;
    }

    private static boolean composed(String text) {
        return text.chars().anyMatch(Character::isUpperCase)
                && text.chars().anyMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
    }

    /** In how few steps listed words and single characters make up the whole password. */
    private static int steps(String text, Set<String> context) {
        String whole = once(folded(text));
        int[] fewest = new int[whole.length() + 1];
        for (int end = 1; end <= whole.length(); end++) {
            fewest[end] = fewest[end - 1] + 1;
            for (int start = end - SHORTEST_WORD; start >= 0; start--) {
                String word = whole.substring(start, end);
                if (context.contains(word) || YEAR.matcher(word).matches()) {
                    fewest[end] = Math.min(fewest[end], fewest[start]);
                } else if (Common.PASSWORDS.contains(word)) {
                    fewest[end] = Math.min(fewest[end], fewest[start] + 1);
                }
            }
        }
        return fewest[whole.length()];
    }

    /** The repeated part of a text that only repeats itself. */
    private static String once(String text) {
        for (int part = 1; part <= text.length() / 2; part++) {
            if (text.length() % part == 0 && text.equals(text.substring(0, part).repeat(text.length() / part))) {
                return text.substring(0, part);
            }
        }
        return text;
    }

    /** Each name as one word, and again without its first words: "Xã Phước An" is usually called "Phước An". */
    private static Set<String> words(Collection<String> context) {
        Set<String> words = new HashSet<>();
        for (String name : context) {
            String[] parts = SPACE.split(name.strip());
            for (int from = 0; from < parts.length; from++) {
                for (int to = from + 1; to <= parts.length; to++) {
                    words.add(folded(String.join("", Arrays.copyOfRange(parts, from, to))));
                }
            }
        }
        words.removeIf(word -> word.length() < SHORTEST_WORD);
        return words;
    }

    /** Without case, diacritics and spaces, as users type names into passwords. */
    private static String folded(String text) {
        return SPACE.matcher(unaccented(text)).replaceAll("");
    }

    /** Without case and diacritics, as users type names into passwords and searches. */
    static String unaccented(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /** The passwords most often found in leaked lists, in lower case (decision record 8); read by the first that is chosen. */
    static final class Common {

        static final Set<String> PASSWORDS = read();

        private static Set<String> read() {
            try (InputStream file =
                    Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/accounts/common-passwords.txt"))) {
                return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A password being chosen.
     *
     * @param password as typed
     * @param repeated as typed again
     */
    public record NewPassword(String password, String repeated) {

        List<AccountProblem> problems(PasswordRules rules, Collection<String> context) {
            List<AccountProblem> found = new ArrayList<>();
            for (String problem : rules.problems(password, context)) {
                found.add(new AccountProblem("password", "accounts.problem." + problem));
            }
            if (!password.equals(repeated)) {
                found.add(new AccountProblem("repeated", "accounts.problem.passwordsDiffer"));
            }
            return found;
        }

        /** Never printed, not even by accident. */
        @Override
        public String toString() {
            return "NewPassword";
        }
    }
}
