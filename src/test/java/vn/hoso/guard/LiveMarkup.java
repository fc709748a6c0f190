package vn.hoso.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Looks for markup on a page that none of our templates writes. */
final class LiveMarkup {

    private static final Set<String> NEVER_WRITTEN = Set.of(
            "iframe",
            "object",
            "embed",
            "img",
            "video",
            "audio",
            "source",
            "math",
            "mi",
            "style",
            "base",
            "marquee",
            "frameset",
            "applet",
            "animate",
            "foreignobject",
            "template",
            "xmp",
            "plaintext");

    private static final Set<String> OUR_META = Set.of("viewport", "theme-color");

    private LiveMarkup() {}

    static List<String> on(String page) {
        Document document = Jsoup.parse(page);
        return document.getAllElements().stream()
                .filter(LiveMarkup::foreign)
                .map(element -> element.outerHtml().lines().findFirst().orElse(""))
                .toList();
    }

    private static boolean foreign(Element element) {
        String name = element.normalName();
        return NEVER_WRITTEN.contains(name)
                || (name.equals("script")
                        && !(element.attr("src").startsWith("/assets/")
                                && element.data().isBlank()))
                || (name.equals("meta") && !element.hasAttr("charset") && !OUR_META.contains(element.attr("name")))
                || element.attributes().asList().stream().anyMatch(attribute -> {
                    String key = attribute.getKey().toLowerCase(Locale.ROOT);
                    return key.startsWith("on")
                            || key.equals("style")
                            || key.equals("srcdoc")
                            || (Set.of("href", "action", "formaction", "src", "xlink:href")
                                            .contains(key)
                                    && !attribute.getValue().startsWith("/")
                                    && !attribute.getValue().startsWith("#"))
                            || attribute.getValue().startsWith("//");
                });
    }
}
