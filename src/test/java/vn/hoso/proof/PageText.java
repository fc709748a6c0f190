package vn.hoso.proof;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page as lines: each element and each text on a line of its own. White space counts only where a reader would see it. The style
 * sheets of the program's own are left out: what they say together is compared by itself.
 */
final class PageText {

    private final StringBuilder lines = new StringBuilder();

    private PageText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        hideWhatIsDrawn(page);
        PageText text = new PageText();
        page.childNodes().forEach(node -> text.add(node, 0));
        return text.lines.toString();
    }

    private static void hideWhatIsDrawn(Document page) {
        page.select("[name=_csrf]").attr("value", "⟨csrf⟩");
        page.select("[name=_once]").remove();
        page.select("[data-challenge]").attr("data-challenge", "⟨challenge⟩");
        page.select("[nonce]").attr("nonce", "⟨nonce⟩");
        page.select("svg.qr-code").attr("viewBox", "⟨drawn⟩").select("path").attr("d", "⟨drawn⟩");
        page.select("code.one-time-link").forEach(code -> {
            if (!code.text().contains("/")) {
                code.text("⟨secret⟩");
            }
        });
        page.select("ol.recovery-codes code").forEach(code -> code.text("⟨code⟩"));
        // Sessions are kept by the machine's own clock, and come in no order.
        page.select("section:has(form[action$=/sessions/end]) tbody")
                .forEach(sessions -> sessions.text(sessions.select("tr").size() + " ⟨sessions⟩"));
        page.select("link[rel=stylesheet][href^=/assets/]").remove();
    }

    private void add(Node node, int depth) {
        if (node instanceof Element element) {
            line(depth, tag(element));
            if (element.nameIs("pre") || element.nameIs("textarea")) {
                line(depth + 1, "«" + element.wholeText() + "»");
            } else {
                element.childNodes().forEach(child -> add(child, depth + 1));
            }
        } else if (node instanceof TextNode text) {
            add(text, depth);
        } else if (node instanceof DataNode data) {
            line(depth, data.getWholeData().strip());
        } else {
            line(depth, node.outerHtml());
        }
    }

    private void add(TextNode text, int depth) {
        String whole = text.getWholeText();
        String plain = whole.replaceAll("[ \\t\\r\\n\\f]+", " ").strip();
        boolean before = !whole.isEmpty() && isSpace(whole.charAt(0)) && inline(text.previousSibling());
        boolean after = !whole.isEmpty() && isSpace(whole.charAt(whole.length() - 1)) && inline(text.nextSibling());
        if (plain.isEmpty()) {
            if (before && after) {
                line(depth, "·");
            }
            return;
        }
        line(depth, (before ? "·" : "") + plain + (after ? "·" : ""));
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\t' || sign == '\r' || sign == '\f';
    }

    private static boolean inline(@Nullable Node neighbour) {
        return neighbour instanceof Element element && !element.isBlock();
    }

    private static String tag(Element element) {
        StringBuilder tag = new StringBuilder("<").append(element.tagName());
        for (Attribute attribute : element.attributes()) {
            tag.append(' ')
                    .append(attribute.getKey())
                    .append("=\"")
                    .append(attribute.getValue().replace("\n", "⏎"))
                    .append('"');
        }
        return tag.append('>').toString();
    }

    private void line(int depth, String text) {
        lines.append(" ".repeat(depth)).append(text).append('\n');
    }
}
