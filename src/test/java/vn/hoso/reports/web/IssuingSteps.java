package vn.hoso.reports.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** What the office does with reports and what anybody sees of it, one step a method. */
abstract class IssuingSteps {

    static final String REPLACED_BECAUSE = "Chỉnh lý số liệu theo sổ một cửa";

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    Document open(String address) throws Exception {
        return page(browser.perform(get(address).with(people.as("vanphong"))).andExpect(status().isOk()));
    }

    static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    ResultActions send(String address, String person, List<String> namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(people.as(person)).with(csrf());
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            request.param(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return browser.perform(request);
    }

    /** What a form of the page sends, with some fields typed over. */
    static List<String> typed(Document page, String form, String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        for (Element field : page.select("form[action$=" + form + "] [name]:not([name=_csrf])")) {
            String text = field.is("textarea") ? field.text() : field.val();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                text = field.attr("name").equals(namesAndValues[i]) ? namesAndValues[i + 1] : text;
            }
            fields.addAll(List.of(field.attr("name"), text));
        }
        return fields;
    }

    /** Issues the draft of a term; its address. */
    String issue(String term, String reason) throws Exception {
        String address = "/reports/" + term;
        String[] why = {"reason", reason, "replacement", REPLACED_BECAUSE};
        return send(address + "/issues", "vanphong", typed(open(address), "/issues", why))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    byte[] file(String address) throws Exception {
        return browser.perform(get(address).with(people.as("lanhdao")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    String sha256(String address) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file(address)));
    }

    static String today() {
        return LocalDate.now(Formats.ZONE).toString();
    }

    int issues(int year) {
        return jdbc.sql("select count(*) from issued_report where year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    /** Reopens a month of the demonstration, proposes as one reviewer and approves as the other. */
    Document correct(String month, long unit, String... namesAndValues) throws Exception {
        send(
                        "/figures/" + month + "/reopening",
                        "vanphong",
                        List.of(
                                "reason",
                                "Chỉnh lý",
                                "until",
                                LocalDate.now(Formats.ZONE).toString()))
                .andExpect(status().isFound());
        String address = "/figures/" + month + "/" + unit + "/corrections";
        send(address, "vanphong", typed(open(address), "/corrections", namesAndValues))
                .andExpect(status().isFound());
        Document effects = page(browser.perform(get(open(address)
                                .select("a[href*=/reports/][href*=/corrections/]")
                                .attr("href"))
                        .with(people.as("chanhvanphong")))
                .andExpect(status().isOk()));
        send(effects.select("form[action$=/approval]").attr("action"), "chanhvanphong", List.of())
                .andExpect(status().isFound());
        return effects;
    }

    static String text(byte[] docx) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
