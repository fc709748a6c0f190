package vn.hoso.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The style sheets that pages name. What they say together counts, not how they are split. */
final class Styles {

    private static final Pattern IMPORT = Pattern.compile("@import\\s+(?:url\\()?[\"']?([^\"')]+)");

    private final Map<String, String> sheets = new TreeMap<>();

    /** The style sheets of a page by what they say together, without white space and comments. */
    String of(Answer answer, Visitor visitor) {
        if (!answer.type().startsWith("text/html")) {
            return "";
        }
        String said = answer.page().select("link[rel=stylesheet]").stream()
                .map(link -> sheets.computeIfAbsent(link.attr("href"), address -> css(visitor, address)))
                .collect(Collectors.joining());
        String name = Record.sha256(said.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        return said.isEmpty() ? "" : "styles " + name + "\n";
    }

    private static String css(Visitor visitor, String address) {
        String text =
                visitor.get(address).text().replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ");
        StringBuilder whole = new StringBuilder();
        for (String rule : text.split("(?<=[;}])")) {
            Matcher other = IMPORT.matcher(rule);
            whole.append(
                    other.find()
                            ? css(
                                    visitor,
                                    URI.create(address).resolve(other.group(1)).toString())
                            : rule.strip());
        }
        return whole.toString().replaceAll("-[0-9a-f]{32}(\\.\\w+)", "$1");
    }

    /** The style sheets that pages named, whole. */
    String all() {
        StringBuilder all = new StringBuilder();
        sheets.forEach((address, text) -> {
            if (!address.startsWith("/webjars/")) {
                all.append(text.replace("}", "}\n"));
            }
        });
        return all.toString();
    }
}
