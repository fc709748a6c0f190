package vn.hoso.extracts.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.hoso.procedures.ServiceClass;

/** How a dossier ended that was received and not dealt with. It is counted, since what is counted is what was received. */
public enum Ending {
    REFUSED("tu choi", "khong tiep nhan", "khong du dieu kien"),
    CANCELLED("huy"),
    WITHDRAWN("rut");

    private final List<String> words;

    Ending(String... words) {
        this.words = List.of(words);
    }

    /** The ending that a state names; empty for every other state. */
    static Optional<Ending> ofWord(String state) {
        String folded = (" " + ServiceClass.folded(state) + " ").replaceAll(" rut (?:gon|ngan) ", " ");
        return Arrays.stream(values())
                .filter(ending -> ending.words.stream().anyMatch(word -> folded.contains(" " + word + " ")))
                .findFirst();
    }
}
