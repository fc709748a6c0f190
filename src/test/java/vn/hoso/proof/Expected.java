package vn.hoso.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What may differ, each with its reason. A line of the list is {@code file :: line}, two regular expressions for the whole name of a
 * written file and the whole of a line that is gone or new; the comment above says why. An empty second one stands for the whole file.
 */
record Expected(List<Rule> rules) {

    private record Rule(Pattern file, Pattern line) {}

    static Expected read() throws IOException {
        List<Rule> rules = new ArrayList<>();
        try (InputStream list = Expected.class.getResourceAsStream("/proof/expected.txt")) {
            String text = list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
            boolean reasoned = false;
            for (String line : text.lines().map(String::strip).toList()) {
                if (line.isEmpty() || line.startsWith("#")) {
                    reasoned = line.length() > 1;
                    continue;
                }
                if (!reasoned) {
                    throw new IllegalStateException("no reason above: " + line);
                }
                String[] parts = line.split(" :: ?", 2);
                rules.add(new Rule(
                        Pattern.compile(parts[0].strip()),
                        Pattern.compile(parts.length < 2 || parts[1].isBlank() ? ".*" : parts[1].strip())));
            }
        }
        return new Expected(rules);
    }

    boolean allows(String file, String line) {
        return rules.stream()
                .anyMatch(rule -> rule.file().matcher(file).matches()
                        && rule.line().matcher(line.strip()).matches());
    }
}
