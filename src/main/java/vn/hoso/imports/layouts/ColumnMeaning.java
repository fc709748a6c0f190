package vn.hoso.imports.layouts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

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
    private static final Set<String> MONTH_OF_ROW =
            Set.copyOf(folded("kỳ", "thời gian", "tháng năm", "các tháng", "tháng báo cáo", "kỳ số liệu", "thời kỳ"));
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

    /** Whether the words may stand over the months of a sheet that is all about one unit. */
    static boolean monthOfRow(String heading) {
        return heading.length() <= LONGEST && (month(heading) || MONTH_OF_ROW.contains(ComparableText.of(heading)));
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

    /**
     * The words above a column of dossiers received. A heading counts only if every word of it is one of these: a word that
     * narrows or widens what is counted makes another figure of it, known or not.
     */
    static final class ColumnKeywords {

        /** Parts that change nothing, and that hold words which otherwise would. */
        private static final Pattern HARMLESS = Pattern.compile(
                "bao gom ca (?=truc t|hai)|gom ca (?=truc t|hai)|bao gom (?=truc t|hai)|gom (?=truc t|hai)"
                        + "|\\(?(?:dvt|don vi tinh)\\s*:?\\s*(?:ho so|hs)?\\)?|theo bao cao|khong phan biet hinh thuc"
                        + "|trong do|(?<=ho so )(?:tthc|thu tuc hanh chinh)|(?:muc(?: do)?|md|cap do)\\s*:?\\s*(?:0?[34]|iii|iv)\\b"
                        + "|\\((?:[0-9]{1,2}|[a-z])(?:\\s*=[^)]*)?\\)");

        private static final Pattern RATE =
                Pattern.compile("ty le|ti le|%|danh gia|xep (?:hang|loai)|\\bdiem\\b|\\bdat\\b");
        private static final Pattern OTHER_PERIOD = Pattern.compile(
                "(?:ky|thang|nam|quy|tuan) (?:truoc|sau|lien ke)|chuyen (?:sang|ky|tiep|qua)|\\bton\\b|ton dong"
                        + "|luy ke|luy tien|cong don|cung ky|dau (?:nam|ky)|cuoi ky|den het|den nay|ca nam|quy [ivx0-9]|gom ca"
                        + "|[0-9]+ thang|so sanh|so voi|chenh lech|\\btang\\b|\\bgiam\\b|ke hoach|chi tieu|muc tieu|\\buoc\\b|du kien");
        private static final Pattern OTHER_DOSSIERS = Pattern.compile(
                "giai quyet|xu ly|qua han|tre han|\\bcham\\b|dung han|truoc han|con han|tu choi|\\brut\\b|\\bhuy\\b|bo sung|tra (?:lai|ket qua)"
                        + "|khong |chua |so hoa|ban sao|lien thong|tthc|thu tuc|so (?:dvc|dich vu)|ca nhan|to chuc|doanh nghiep"
                        + "|quoc gia|dinh danh|bi loi|\\bsai\\b|hop le|dang ");
        private static final Pattern OFFLINE = Pattern.compile("bcci|buu chinh|truc tiep|giay");

        private static final Set<String> KNOWN =
                Set.copyOf(Arrays.asList(("ho so hs tong cong luong phat sinh tiep nhan da duoc truc tuyen"
                                + " online toan trinh mot phan dich vu dvc dvctt cung cap cac cua bao cao trong thang ky nay ca va hai hinh thuc tiep"
                                + " loai nop gui den tai doi voi thuoc qua mang moi tat chung tren bang nhan muc do nguoi dan"
                                + " hanh chinh moi truong internet thuc hien gom")
                        .split(" ")));
        private static final Set<String> FEES =
                Set.of("co", "phi", "le", "phai", "thanh", "toan", "thu", "nghia", "tai");
        private static final Pattern THIS_MONTH =
                Pattern.compile("thang [0-9]{1,2}(?:\\s*[/.-]\\s*|\\s+nam\\s+)20[0-9]{2}|thang [0-9]{1,2}\\b");

        private ColumnKeywords() {}

        /**
         * Why the words are not those of dossiers received; nothing where they may be.
         *
         * @param fees whether the column is about fees, which have words of their own
         */
        static Optional<UnusedColumn.Reason> against(String heading, boolean fees) {
            String plain = UnaccentedText.of(heading).replaceAll("\\s*/\\s*", " / ");
            if (RATE.matcher(plain).find()) {
                return Optional.of(UnusedColumn.Reason.RATE);
            }
            String words = HARMLESS.matcher(plain).replaceAll(" ");
            if (OTHER_PERIOD.matcher(words).find()) {
                return Optional.of(UnusedColumn.Reason.OTHER_PERIOD);
            }
            if (OTHER_DOSSIERS.matcher(words).find()) {
                return Optional.of(UnusedColumn.Reason.OTHER_DOSSIERS);
            }
            boolean known = Arrays.stream(
                            THIS_MONTH.matcher(words).replaceAll(" ").split("[^a-z0-9]+"))
                    .filter(word -> !word.isEmpty())
                    .allMatch(word -> KNOWN.contains(word) || fees && FEES.contains(word));
            if (known) {
                return Optional.empty();
            }
            boolean offline = OFFLINE.matcher(words).find();
            return Optional.of(offline ? UnusedColumn.Reason.OFFLINE : UnusedColumn.Reason.NOT_UNDERSTOOD);
        }
    }

    /** The two classes of online services, by their names of today and by the levels of before 2022. */
    enum ServiceClass {
        FULL_PROCESS,
        PARTIAL;

        private static final Pattern FULL_WORDS =
                Pattern.compile("toan trinh|\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*(?:0?4|iv)\\b");
        private static final Pattern PARTIAL_WORDS =
                Pattern.compile("mot phan|\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*(?:0?3|iii)\\b");
        private static final Pattern BOTH_LEVELS = Pattern.compile(
                "\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*"
                        + "(?:0?[1-4]|iii|iv)\\s*(?:-|,|/|;|&|\\+|va|den|hoac)\\s*(?:(?:muc(?: do)?|md|cap do)\\s*)?(?:0?[1-4]|iii|iv)\\b");

        /** The class that is named; nothing where none is, or both. */
        static Optional<ServiceClass> in(String text) {
            String words = UnaccentedText.of(text);
            boolean full = FULL_WORDS.matcher(words).find();
            boolean partial = PARTIAL_WORDS.matcher(words).find();
            if (full == partial || BOTH_LEVELS.matcher(words).find()) {
                return Optional.empty();
            }
            return Optional.of(full ? FULL_PROCESS : PARTIAL);
        }

        /** Its dossiers, of every channel or online. */
        Measure measure(boolean online) {
            return ColumnMeaning.measure(this, online);
        }

        /** Whether any class is named. */
        static boolean named(String text) {
            String words = UnaccentedText.of(text);
            return FULL_WORDS.matcher(words).find()
                    || PARTIAL_WORDS.matcher(words).find();
        }
    }
}
