package vn.hoso.extracts.reading;

import java.util.List;
import java.util.Optional;
import vn.hoso.procedures.ServiceClass;

/** The way by which a dossier came. */
public enum Channel {
    ONLINE("truc tuyen", "online", "qua mang", "cong dvc", "cong dich vu cong", "dvcqg", "internet", "vneid"),
    PAPER("truc tiep", "mot cua", "tai quay", "offline", "ban giay", "tai bo phan"),
    POST("buu chinh", "bcci", "buu dien", "vnpost");

    private final List<String> words;

    Channel(String... words) {
        this.words = List.of(words);
    }

    /** The channel that a list's word means; empty where it means none, or more than one. */
    public static Optional<Channel> ofWord(String word) {
        String folded = ServiceClass.folded(word);
        List<Channel> said = java.util.Arrays.stream(values())
                .filter(channel -> channel.words.stream().anyMatch(folded::contains))
                .toList();
        return said.size() == 1 && !folded.startsWith("khong") ? Optional.of(said.get(0)) : Optional.empty();
    }

    /** Whether a word says that a fee was paid online. */
    static boolean paidOnline(String word) {
        String folded = ServiceClass.folded(word);
        return !folded.startsWith("khong")
                && !folded.startsWith("chua")
                && (folded.contains("truc tuyen") || folded.contains("online") || folded.contains("cong thanh toan"));
    }
}
