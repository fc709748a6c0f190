package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One person bringing files through the pages, as a browser without script does. */
record ImportForm(MockMvc browser, RequestPostProcessor person) {

    static byte[] sample(String name) throws IOException {
        try (InputStream in = ImportForm.class.getResourceAsStream("/sheets/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    MockHttpServletResponse bring(String name, byte[] bytes, String month) throws Exception {
        return browser.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", name, null, bytes))
                        .param("month", month)
                        .with(person)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** Brings a file that is taken, and gives the address of its preview. */
    String taken(String name, byte[] bytes, String month) throws Exception {
        MockHttpServletResponse response = bring(name, bytes, month);
        assertThat(response.getStatus())
                .as(Jsoup.parse(response.getContentAsString())
                        .select(".error-summary")
                        .text())
                .isEqualTo(302);
        return java.util.Objects.requireNonNull(response.getRedirectedUrl());
    }

    Document open(String address) throws Exception {
        MockHttpServletResponse response = get(address);
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    MockHttpServletResponse send(String address, String... fieldsAndValues) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(person).with(csrf());
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            request.param(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return browser.perform(request).andReturn().getResponse();
    }

    /** Presses the button of a preview, or does so where there is none, with what stands in its fields. */
    MockHttpServletResponse apply(String address, Document preview) throws Exception {
        List<String> fields = new ArrayList<>();
        String typed = "input:not([type=checkbox]), input[checked], textarea";
        preview.select("form[action$=/application]").select(typed).forEach(field -> {
            fields.add(field.attr("name"));
            fields.add(field.val());
        });
        return send(address + "/application", fields.toArray(String[]::new));
    }

    MockHttpServletResponse get(String address) throws Exception {
        return browser.perform(MockMvcRequestBuilders.get(address).with(person))
                .andReturn()
                .getResponse();
    }
}
