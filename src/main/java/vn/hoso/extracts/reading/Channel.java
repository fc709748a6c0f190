package vn.hoso.extracts.reading;

import java.util.List;
import java.util.Optional;
import vn.hoso.procedures.ServiceClass;

/** The way by which a dossier came. */
public enum Channel {
    ONLINE("truc tuyen", "online", "qua mang", "cong dvc", "cong dich vu cong", "dvcqg", "internet", "vneid"),
    PAPER("truc tiep", "mot cua", "tai quay", "offline", "ban giay", "tai bo phan"),
    POST("buu chinh", "bcci", "buu dien", "vnpost");

    /** What lists call ways of paying without coming. */
    private static final List<String> PAID = List.of(
            "truc tuyen",
            "online",
            "cong thanh toan",
            "cong dvc",
            "cong dich vu cong",
            "dvcqg",
            "vnpt pay",
            "vnpay",
            "payment platform",
            "chuyen khoan",
            "qr",
            "qrcode",
            "vi dien tu",
            "momo",
            "zalopay",
            "viettel money",
            "internet banking",
            "mobile banking",
            "the",
            "the atm",
            "the ngan hang");

    /** What they call paying in cash, and not having to pay. */
    private static final List<String> CASH = List.of(
            "tien mat",
            "truc tiep",
            "tai quay",
            "mot cua",
            "tai bo phan",
            "bien lai",
            "buu chinh",
            "buu dien",
            "bcci",
            "mien",
            "mien phi");

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
        return said.size() == 1 && !denied(folded) ? Optional.of(said.get(0)) : Optional.empty();
    }

    /** Whether a word says that a fee was paid online; empty where it is not known to say either. */
    static Optional<Boolean> paidOnline(String word) {
        String folded = ServiceClass.folded(word);
        boolean cash = says(folded, CASH);
        boolean online = says(folded, PAID);
        if (folded.contains("khong dung tien mat")) {
            return Optional.empty();
        }
        if (denied(folded)) {
            return Optional.of(false);
        }
        return cash == online ? Optional.empty() : Optional.of(online);
    }

    private static boolean says(String folded, List<String> words) {
        return words.stream().anyMatch(word -> (" " + folded + " ").contains(" " + word + " "));
    }

    private static boolean denied(String folded) {
        return says(folded, List.of("khong", "chua"));
    }
}
