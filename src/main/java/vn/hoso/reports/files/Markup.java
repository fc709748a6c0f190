package vn.hoso.reports.files;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page under construction for the PDF: elements with text that stays text whatever it says. */
final class Markup {

    private final Document document;
    private final Element element;

    private Markup(Document document, Element element) {
        this.document = document;
        this.element = element;
    }

    /** An empty page of this language. */
    static Markup page(String language) {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            Element root = document.createElement("html");
            root.setAttribute("lang", language);
            document.appendChild(root);
            return new Markup(document, root);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Document document() {
        return document;
    }

    /** A new element at the end of this one. */
    Markup add(String name) {
        Element child = document.createElement(name);
        element.appendChild(child);
        return new Markup(document, child);
    }

    /** A new element of this class at the end of this one. */
    Markup add(String name, String look) {
        return add(name).with("class", look);
    }

    /** A new element that holds this text. */
    Markup add(String name, String look, String text) {
        return add(name, look).text(text);
    }

    Markup with(String attribute, String value) {
        element.setAttribute(attribute, value);
        return this;
    }

    /** Text of the program's own, kept to the letter. */
    Markup exactly(String text) {
        element.appendChild(document.createTextNode(text));
        return this;
    }

    Markup text(String text) {
        element.appendChild(document.createTextNode(PrintableText.line(text)));
        return this;
    }
}
