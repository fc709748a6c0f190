package vn.hoso;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Looks for thousands of texts in one long one at once: at each place only for those that begin as it does. */
public final class SearchedTexts {

    /** What decides where a text is looked for; shorter ones are few. */
    private static final int BEGINNING = 6;

    private SearchedTexts() {}

    /** Those of the texts that stand somewhere in the long one. */
    public static Set<String> in(String where, Set<String> texts) {
        return in(where, texts, (at, text) -> true);
    }

    /** @param counts whether a text that begins at this place is one that is looked for */
    public static Set<String> in(String where, Set<String> texts, BiPredicate<Integer, String> counts) {
        Map<String, List<String>> byBeginning = texts.stream()
                .collect(Collectors.groupingBy(
                        text -> text.substring(0, Math.min(BEGINNING, text.length())),
                        HashMap::new,
                        Collectors.toList()));
        List<Integer> lengths =
                byBeginning.keySet().stream().map(String::length).distinct().toList();
        Set<String> found = new TreeSet<>();
        for (int length : lengths) {
            for (int at = 0; at + length <= where.length(); at++) {
                for (String text : byBeginning.getOrDefault(where.substring(at, at + length), List.of())) {
                    if (where.startsWith(text, at) && counts.test(at, text)) {
                        found.add(text);
                    }
                }
            }
        }
        return found;
    }
}
