package vn.hoso.imports.layouts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;

/** What a column holds, from the words above it. */
final class ColumnMeaning {

    private static final String ONLINE = ComparableText.of("trực tuyến");
    private static final String OFFLINE = ComparableText.of("trực tiếp");
    private static final List<String> SERVICE = folded("dịch vụ công trực tuyến", "dvc trực tuyến", "dvctt");
    private static final List<String> RECEIVED = folded("phát sinh", "tiếp nhận", "tổng số", "tổng", "số hồ sơ");
    private static final List<String> PAYABLE = folded("có phí", "phí lệ phí", "phải nộp phí");
    private static final String PAID = ComparableText.of("thanh toán trực tuyến");
    private static final Set<String> UNIT = Set.copyOf(folded(
            "tên đơn vị",
            "đơn vị",
            "cơ quan đơn vị",
            "tên cơ quan đơn vị",
            "tên cơ quan",
            "đơn vị báo cáo",
            "xã thị trấn",
            "tên xã thị trấn",
            "tên xã",
            "xã phường",
            "xã phường thị trấn",
            "tên xã phường thị trấn",
            "ubnd xã thị trấn",
            "đơn vị thực hiện",
            "cơ quan",
            "tên đơn vị báo cáo",
            "địa phương",
            "đơn vị hành chính",
            "tên đơn vị hành chính"));
    private static final Set<String> CODE = Set.copyOf(folded("mã đơn vị", "mã"));
    private static final Set<String> MONTH = Set.copyOf(folded("tháng", "kỳ báo cáo"));
    private static final Set<String> NOTE = Set.copyOf(folded("ghi chú", "giải trình"));

    /** Words above a column; whatever is longer is no heading, and a part of it must not be taken for one. */
    private static final int LONGEST = 500;

    private ColumnMeaning() {}

    static boolean unit(String heading) {
        return heading.length() <= LONGEST && UNIT.contains(ComparableText.of(heading));
    }

    static boolean code(String heading) {
        return CODE.contains(ComparableText.of(heading));
    }

    static boolean month(String heading) {
        return MONTH.contains(ComparableText.of(heading));
    }

    static boolean note(String heading) {
        return NOTE.contains(ComparableText.of(heading));
    }

    static boolean fullProcess(String text) {
        return ServiceClass.in(text).filter(ServiceClass.FULL_PROCESS::equals).isPresent();
    }

    static boolean partial(String text) {
        return ServiceClass.in(text).filter(ServiceClass.PARTIAL::equals).isPresent();
    }

    /** The measure, if the words mean exactly one and every one of them is known. */
    static Optional<Measure> measure(String headings) {
        if (headings.length() > LONGEST) {
            return Optional.empty();
        }
        String words = ComparableText.of(headings);
        boolean paid = words.contains(PAID);
        boolean fees = paid || any(PAYABLE, words);
        Optional<ServiceClass> service = ServiceClass.in(headings);
        boolean unclear = service.isEmpty() && ServiceClass.named(headings);
        if (unclear || ColumnKeywords.against(headings, fees).isPresent()) {
            return Optional.empty();
        }
        if (fees) {
            return service.isPresent() ? Optional.empty() : Optional.of(paid ? Measure.PAID_ONLINE : Measure.PAYABLE);
        }
        return side(words).map(online -> measure(service.orElse(null), online));
    }

    /** Why a column that is no measure is none. */
    static UnusedColumn.Reason reason(String headings) {
        if (headings.length() > LONGEST) {
            return UnusedColumn.Reason.NOT_UNDERSTOOD;
        }
        boolean fees = any(PAYABLE, ComparableText.of(headings))
                || ComparableText.of(headings).contains(PAID);
        return ColumnKeywords.against(headings, fees)
                .orElse(
                        ComparableText.of(headings).contains(OFFLINE)
                                ? UnusedColumn.Reason.OFFLINE
                                : UnusedColumn.Reason.NOT_UNDERSTOOD);
    }

    /** True for online, false for all channels; nothing for those that came on paper only. */
    private static Optional<Boolean> side(String words) {
        String bare = words;
        for (String service : SERVICE) {
            bare = bare.replace(service, " ");
        }
        boolean online = bare.contains(ONLINE) || bare.contains("online");
        boolean offline = bare.contains(OFFLINE);
        if (online && !offline) {
            return Optional.of(true);
        }
        return online == offline && any(RECEIVED, bare) ? Optional.of(false) : Optional.empty();
    }

    private static Measure measure(@Nullable ServiceClass service, boolean online) {
        if (service == ServiceClass.FULL_PROCESS) {
            return online ? Measure.FULL_PROCESS_ONLINE : Measure.FULL_PROCESS_RECEIVED;
        }
        if (service == ServiceClass.PARTIAL) {
            return online ? Measure.PARTIAL_ONLINE : Measure.PARTIAL_RECEIVED;
        }
        return online ? Measure.ONLINE_REPORTED : Measure.DOSSIERS_RECEIVED;
    }

    private static boolean any(List<String> sought, String words) {
        return sought.stream().anyMatch(words::contains);
    }

    private static List<String> folded(String... texts) {
        return Arrays.stream(texts).map(ComparableText::of).collect(Collectors.toList());
    }
}
