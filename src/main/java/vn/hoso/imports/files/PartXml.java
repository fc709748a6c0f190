package vn.hoso.imports.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one part's XML as it streams by. Namespaces are not resolved, since what is read differs by namespace between
 * the two kinds of the format: elements count by their local name where they bear the prefix of the part's first element,
 * others are passed over.
 */
abstract class PartXml extends DefaultHandler {

    private static final String MOST_ATTRIBUTES = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

    private final ReadBudget work;
    private @Nullable String prefix;
    private int depth;

    PartXml(ReadBudget work) {
        this.work = work;
    }

    /** An element begins; the part's first one is at depth 1. */
    abstract void start(String name, int depth, Attributes attributes);

    /** An element ends. */
    void end(String name, int depth) {}

    /**
     * Reads a part to its end.
     *
     * @throws vn.hoso.shared.UserFacingException if it is no sound XML, or too much of it
     */
    final void read(InputStream part) {
        try (part) {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(MOST_ATTRIBUTES, String.valueOf(FileLimits.ATTRIBUTES));
            parser.parse(new InputSource(new MarkupGuard(text(part))), this);
        } catch (IOException | SAXException | ParserConfigurationException damaged) {
            throw FileErrors.of(tooMuch(damaged) ? "work" : "damaged");
        }
    }

    /** The parser's own limits, such as the one on attributes, are told by a code. */
    private static boolean tooMuch(Exception damaged) {
        return String.valueOf(damaged.getMessage()).contains("JAXP0001");
    }

    /** UTF-8, or UTF-16 as its first bytes show; the format knows no other. */
    private static Reader text(InputStream part) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(part, 16 * 1024);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        Charset charset = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE
                ? StandardCharsets.UTF_16
                : first == 0 && second == '<'
                        ? StandardCharsets.UTF_16BE
                        : first == '<' && second == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        if (first == 0xEF) {
            bytes.skipNBytes(3);
        }
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public final void startElement(String uri, String local, String name, Attributes attributes) {
        depth++;
        work.element(depth, attributes.getLength());
        if (prefix == null) {
            prefix = name.substring(0, name.indexOf(':') + 1);
        }
        String own = own(name);
        if (own != null) {
            start(own, depth, attributes);
        }
    }

    @Override
    public final void endElement(String uri, String local, String name) {
        String own = own(name);
        if (own != null) {
            end(own, depth);
        }
        depth--;
    }

    private @Nullable String own(String name) {
        if (prefix == null || prefix.isEmpty()) {
            return name.indexOf(':') < 0 ? name : null;
        }
        return name.startsWith(prefix) ? name.substring(prefix.length()) : null;
    }

    static boolean yes(@Nullable String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }
}
