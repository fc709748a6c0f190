package vn.hoso.imports.files;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets XML pass while each tag, comment, instruction and literal section stays short: the parser behind keeps them whole.
 * Nothing is judged here; what is no XML is for the parser to say.
 */
final class MarkupGuard extends FilterReader {

    private static final String COMMENT = "!--";
    private static final String LITERAL = "![CDATA[";

    private enum State {
        TEXT,
        OPENED,
        TAG,
        QUOTED,
        DOUBLE_QUOTED,
        COMMENT,
        LITERAL,
        INSTRUCTION
    }

    private final StringBuilder opened = new StringBuilder();
    private State state = State.TEXT;
    private int length;
    private char last;
    private char lastButOne;

    MarkupGuard(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        for (int i = from; i < from + read; i++) {
            see(into[i]);
        }
        return read;
    }

    private void see(char each) {
        if (state == State.TEXT) {
            if (each == '<') {
                state = State.OPENED;
                length = 0;
                opened.setLength(0);
            }
            return;
        }
        length++;
        if (length > FileLimits.MARKUP) {
            throw FileErrors.of("work");
        }
        state = switch (state) {
            case OPENED -> kind(each);
            case TAG -> tag(each);
            case QUOTED -> each == '\'' ? State.TAG : State.QUOTED;
            case DOUBLE_QUOTED -> each == '"' ? State.TAG : State.DOUBLE_QUOTED;
            // The hyphens that begin a comment do not end it.
            case COMMENT -> each == '>' && ends('-') && length >= 6 ? State.TEXT : State.COMMENT;
            case LITERAL -> each == '>' && ends(']') ? State.TEXT : State.LITERAL;
            default -> each == '>' && last == '?' ? State.TEXT : State.INSTRUCTION;
        };
        lastButOne = last;
        last = each;
    }

    private boolean ends(char sign) {
        return last == sign && lastButOne == sign;
    }

    private State kind(char each) {
        if (opened.isEmpty() && each != '!' && each != '?') {
            return tag(each);
        }
        opened.append(each);
        String so = opened.toString();
        if (so.equals(COMMENT)) {
            return State.COMMENT;
        }
        if (so.equals(LITERAL)) {
            return State.LITERAL;
        }
        if (COMMENT.startsWith(so) || LITERAL.startsWith(so)) {
            return State.OPENED;
        }
        return so.equals("?") ? State.INSTRUCTION : tag(each);
    }

    private static State tag(char each) {
        return switch (each) {
            case '\'' -> State.QUOTED;
            case '"' -> State.DOUBLE_QUOTED;
            case '>' -> State.TEXT;
            default -> State.TAG;
        };
    }
}
