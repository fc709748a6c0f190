package vn.hoso.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form as it came with its page, filled in further: hidden fields keep their values whatever they are called. */
public final class Form {

    public final String action;
    public final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Form(String action) {
        this.action = action;
    }

    /** The first form on a page whose action, without its query, matches. */
    public static Form on(Document page, String action) {
        Element form = page.select("form[method=post]").stream()
                .filter(each -> each.attr("action").split("\\?")[0].matches(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form that goes to " + action + " on «" + page.title() + "»"));
        Form filled = new Form(form.attr("action"));
        for (Element field : page.select("input[name], textarea[name], select[name]")) {
            boolean belongs =
                    field.hasAttr("form") ? field.attr("form").equals(form.id()) : field.closest("form") == form;
            if (belongs && !field.attr("name").equals("_csrf") && sent(field)) {
                filled.fields
                        .computeIfAbsent(field.attr("name"), name -> new ArrayList<>())
                        .add(value(field));
            }
        }
        return filled;
    }

    /** This value instead of whatever stood there. */
    public Form type(String name, String value) {
        fields.put(name, List.of(value));
        return this;
    }

    private static boolean sent(Element field) {
        String type = field.attr("type");
        return !field.hasAttr("disabled")
                && !type.equals("submit")
                && (!type.equals("radio") && !type.equals("checkbox") || field.hasAttr("checked"));
    }

    private static String value(Element field) {
        if (field.nameIs("textarea")) {
            return field.wholeText();
        }
        if (field.nameIs("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element option = chosen == null ? field.selectFirst("option") : chosen;
            return option == null ? "" : option.val();
        }
        boolean ticked =
                field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
        return ticked && !field.hasAttr("value") ? "on" : field.val();
    }
}
