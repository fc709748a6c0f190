package vn.hoso.targets;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.SignedIn.People;

/** What the administrator does with targets, one step a method. */
public record TargetSteps(MockMvc browser, People people) {

    public Document open(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** A form's fields as a browser would send them, with some typed over. */
    public static Map<String, String[]> typed(Document page, String action, Map<String, String> over) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        for (Element field : page.select("form[action=" + action + "] [name]:not([name=_csrf])")) {
            if (field.attr("type").equals("checkbox") && !field.hasAttr("checked")) {
                continue;
            }
            String name = field.attr("name");
            String value = field.is("select") ? field.select("option[selected]").attr("value") : field.val();
            String typed = over.getOrDefault(name, value);
            String[] before = fields.getOrDefault(name, new String[0]);
            String[] more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = typed;
            fields.put(name, more);
        }
        return fields;
    }

    public MockHttpServletResponse send(String address, Map<String, String[]> fields) throws Exception {
        var request = post(address).with(people.as("quantri")).with(csrf());
        fields.forEach(request::param);
        return browser.perform(request).andReturn().getResponse();
    }

    /** Looks at what a form would turn and then keeps it. */
    public MockHttpServletResponse confirmed(String address, Map<String, String[]> fields) throws Exception {
        fields.put("previewed", new String[] {
            Jsoup.parse(send(address, fields).getContentAsString())
                    .select("form[action=" + address + "] [name=previewed]")
                    .val()
        });
        return send(address, fields);
    }
}
