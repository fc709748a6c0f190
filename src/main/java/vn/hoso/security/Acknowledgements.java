package vn.hoso.security;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** Says after a change what was done, by whom, when and what follows. */
@Component
public class Acknowledgements {

    /** The name under which the next page finds it. */
    public static final String NAME = "done";

    private final MessageSource messages;
    private final Clock clock;

    Acknowledgements(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The sentence of this message, whose first argument is who and when: "Trần Văn Phòng, 10:32 ngày 15/10/2024". */
    public String of(String key, CurrentUser by, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = by.displayName() + ", " + Formats.time(clock.instant());
        System.arraycopy(more, 0, arguments, 1, more.length);
        return messages.getMessage(key, arguments, Language.ofReader());
    }
}
