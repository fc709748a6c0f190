package vn.hoso.journey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What can be said of a page without drawing it. */
final class Markup {

    private static final List<String> REFERENCES =
            List.of("for", "aria-labelledby", "aria-describedby", "headers", "form");

    private Markup() {}

    /**
     * Everything that stands in a part of a page, each with where it stands, its attributes and its own text; what stands there
     * several times, so many times. A page whose set another page's holds shows nothing that the other one does not show.
     */
    static Set<String> standing(Element part) {
        Map<String, Integer> times = new TreeMap<>();
        Set<String> standing = new HashSet<>();
        part.select("*").forEach(each -> {
            String line = line(each, part);
            standing.add(line + " × " + times.merge(line, 1, Integer::sum));
        });
        return standing;
    }

    private static String line(Element element, Element part) {
        StringBuilder line = new StringBuilder();
        for (Element each = element; each != null && each != part; each = each.parent()) {
            line.insert(0, " > " + each.tagName() + "." + each.className());
        }
        for (Attribute each : element.attributes()) {
            // Another one on every request.
            if (!List.of("_csrf", "_once").contains(element.attr("name"))) {
                line.append(' ').append(each.html());
            }
        }
        return line.append(": ").append(element.ownText()).toString();
    }

    /** References to nothing, fields without a name, a missing title, and a missing word that the figures are made up. */
    static List<String> complaints(Document page) {
        List<String> complaints = new ArrayList<>();
        for (String name : REFERENCES) {
            for (Element each : page.select("[" + name + "]")) {
                for (String id : each.attr(name).trim().split("\\s+")) {
                    if (!id.isEmpty() && page.getElementById(id) == null) {
                        complaints.add("dangling: " + each.outerHtml());
                    }
                }
            }
        }
        for (Element each : page.select("input:not([type=hidden]), select, textarea")) {
            boolean labelled = each.closest("label") != null
                    || page.select("label[for]").stream()
                            .anyMatch(label -> label.attr("for").equals(each.id()));
            if (!labelled && each.attr("aria-label").isEmpty() && !each.hasAttr("aria-labelledby")) {
                complaints.add("nameless: " + each.outerHtml());
            }
        }
        if (page.title().isBlank() || page.expectFirst("html").attr("lang").isEmpty()) {
            complaints.add("has no title or no language");
        }
        if (page.selectFirst(".top-bar") != null
                && !page.select("aside.demonstration").text().contains("DỮ LIỆU MINH HỌA")) {
            complaints.add("does not say that its figures are made up");
        }
        return complaints;
    }
}
