package vn.hoso.guard;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A request that can be sent as anybody, again and with changes.
 *
 * @param address path and query
 * @param fields the form's fields, as a browser would send them
 * @param files uploads, if any
 */
record Ask(HttpMethod method, String address, Map<String, List<String>> fields, List<MockMultipartFile> files) {

    static Ask get(String address) {
        return new Ask(HttpMethod.GET, address, Map.of(), List.of());
    }

    /** Names and values in turn. */
    static Ask post(String address, String... namesAndValues) {
        Ask ask = new Ask(HttpMethod.POST, address, Map.of(), List.of());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ask = ask.and(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ask;
    }

    /** One more value of this name. */
    Ask and(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(fields);
        more.merge(name, List.of(value), (before, added) -> {
            List<String> both = new ArrayList<>(before);
            both.addAll(added);
            return both;
        });
        return new Ask(method, address, more, files);
    }

    /** This value instead of whatever stood there. */
    Ask type(String name, String value) {
        Map<String, List<String>> typed = new LinkedHashMap<>(fields);
        typed.put(name, List.of(value));
        return new Ask(method, address, typed, files);
    }

    /** All of these beside what stands there. */
    Ask with(Map<String, String> more) {
        Map<String, List<String>> all = new LinkedHashMap<>(fields);
        more.forEach((name, value) -> all.put(name, List.of(value)));
        return new Ask(method, address, all, files);
    }

    Ask without(String name) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(fields);
        fewer.remove(name);
        return new Ask(method, address, fewer, files);
    }

    /** Every field whose name begins so under another beginning: another unit's row, say. */
    Ask rename(String beginning, String other) {
        Map<String, List<String>> renamed = new LinkedHashMap<>();
        fields.forEach((name, values) ->
                renamed.put(name.startsWith(beginning) ? other + name.substring(beginning.length()) : name, values));
        return new Ask(method, address, renamed, files);
    }

    Ask to(String otherAddress) {
        return new Ask(method, otherAddress, fields, files);
    }

    Ask by(HttpMethod otherMethod) {
        return new Ask(otherMethod, address, fields, files);
    }

    Ask upload(String field, String fileName, String mediaType, byte[] bytes) {
        List<MockMultipartFile> more = new ArrayList<>(files);
        more.add(new MockMultipartFile(field, fileName, mediaType, bytes));
        return new Ask(method, address, fields, more);
    }

    String path() {
        return address.split("\\?", 2)[0];
    }

    /** The same question under another path: {@code variant} is made of the path alone. */
    Ask pathAs(String variant) {
        return to(variant + address.substring(path().length()));
    }

    /** Under its address as it stands, so that odd ones reach the program unmended. */
    AbstractMockHttpServletRequestBuilder<?> builder() {
        URI target = URI.create("http://localhost" + address);
        AbstractMockHttpServletRequestBuilder<?> request;
        if (files.isEmpty()) {
            request = MockMvcRequestBuilders.request(method, target);
        } else {
            var multipart = MockMvcRequestBuilders.multipart(method, target);
            files.forEach(multipart::file);
            request = multipart;
        }
        fields.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request;
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
