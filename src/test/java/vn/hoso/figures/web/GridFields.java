package vn.hoso.figures.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoso.BrowserWithCookie;
import vn.hoso.figures.domain.Measure;

/** The fields of a month's form as a browser would have them, to be typed into and sent. */
final class GridFields {

    private final String address;
    private final Map<String, String> values = new LinkedHashMap<>();

    private GridFields(String address) {
        this.address = address;
    }

    static GridFields open(MockMvc browser, String month, RequestPostProcessor person) throws Exception {
        String address = "/figures/" + month;
        String page = browser.perform(get(address).with(person))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return of(address, Jsoup.parse(page));
    }

    static GridFields of(String address, Document page) {
        GridFields fields = new GridFields(address);
        for (Element input : page.select("form[action^=/figures] input[name], form[action^=/figures] textarea[name]")) {
            if (!input.attr("name").startsWith("_") && !input.attr("type").equals("radio")) {
                fields.values.put(input.attr("name"), input.is("textarea") ? input.text() : input.val());
            }
        }
        return fields;
    }

    /** Types into a unit's cells: field and text in turn. */
    GridFields type(long unit, String... fieldsAndTexts) {
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            values.put("u" + unit + "." + fieldsAndTexts[i], fieldsAndTexts[i + 1]);
        }
        return this;
    }

    /** An empty row of a unit that the form does not show. */
    GridFields addRow(long unit) {
        type(unit, "version", "0", "note", "");
        Measure.OWN.forEach(measure -> type(unit, measure.field(), ""));
        return this;
    }

    /** A row that is whole, right and complete. */
    GridFields typeGood(long unit, int dossiers) {
        return type(
                unit,
                "fullProcessReceived",
                "10",
                "fullProcessOnline",
                "9",
                "partialReceived",
                "20",
                "partialOnline",
                "11",
                "dossiersReceived",
                String.valueOf(dossiers),
                "onlineReported",
                "20");
    }

    String value(long unit, String field) {
        return values.get("u" + unit + "." + field);
    }

    boolean has(long unit) {
        return values.containsKey("u" + unit + ".version");
    }

    /** A field beside the grid's own, such as the button pressed. */
    GridFields with(String name, String value) {
        values.put(name, value);
        return this;
    }

    GridFields without(String name) {
        values.remove(name);
        return this;
    }

    ResultActions send(MockMvc browser, RequestPostProcessor person) throws Exception {
        return sendTo(address, browser, person);
    }

    /** As somebody signed in sends it, who then sees what the session keeps for the next page. */
    ResultActions send(BrowserWithCookie browser) throws Exception {
        return browser.post(
                address,
                values.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));
    }

    /** As a browser whose session has ended sends it. */
    ResultActions sendAsStranger(BrowserWithCookie browser) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        values.forEach(request::param);
        return browser.send(request);
    }

    ResultActions sendTo(String other, MockMvc browser, RequestPostProcessor person) throws Exception {
        MockHttpServletRequestBuilder request = post(other).with(person).with(csrf());
        values.forEach(request::param);
        return browser.perform(request);
    }
}
