package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that a workbook's cells share. */
final class SharedTexts extends DefaultHandler {

    private final List<String> texts = new ArrayList<>();
    private final Deadline deadline;
    private final StringBuilder text = new StringBuilder();
    private boolean collecting;
    private int phonetic;
    private long characters;

    SharedTexts(Deadline deadline) {
        this.deadline = deadline;
    }

    String get(String index) {
        try {
            return texts.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Refusals.of("damaged");
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> collecting = phonetic == 0;
            default -> {}
        }
    }

    @Override
    public void characters(char[] some, int start, int length) {
        if (collecting) {
            characters += length;
            if (characters > Limits.SHARED_CHARACTERS) {
                throw Refusals.of("bomb");
            }
            text.append(some, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "si" -> {
                deadline.check();
                if (texts.size() >= Limits.SHARED_TEXTS) {
                    throw Refusals.of("bomb");
                }
                texts.add(text.toString());
            }
            case "rPh" -> phonetic--;
            case "t" -> collecting = false;
            default -> {}
        }
    }
}
