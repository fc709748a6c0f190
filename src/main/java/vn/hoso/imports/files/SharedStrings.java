package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/** The texts that a workbook's cells share. */
final class SharedStrings extends PartXml {

    private final List<RichText.Read> texts = new ArrayList<>();
    private final RichText text = new RichText();
    private final FileLimits.Size limits;
    private long characters;

    SharedStrings(ReadBudget work) {
        super(work);
        limits = work.limits();
    }

    RichText.Read get(String index) {
        try {
            return texts.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw FileErrors.of("damaged");
        }
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        if (name.equals("si")) {
            text.begin();
        } else {
            text.start(name, attributes);
        }
    }

    @Override
    public void characters(char[] some, int start, int length) {
        characters += length;
        if (characters > limits.sharedCharacters()) {
            throw FileErrors.of("bomb");
        }
        text.characters(some, start, length);
    }

    @Override
    void end(String name, int depth) {
        if (name.equals("si")) {
            if (texts.size() >= limits.sharedTexts()) {
                throw FileErrors.of("bomb");
            }
            texts.add(text.read());
        } else {
            text.end(name);
        }
    }
}
