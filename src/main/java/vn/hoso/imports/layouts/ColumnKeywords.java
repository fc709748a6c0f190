package vn.hoso.imports.layouts;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words above a column of dossiers received. A heading counts only if every word of it is one of these: a word that
 * narrows or widens what is counted makes another figure of it, known or not.
 */
final class ColumnKeywords {

    /** Parts that change nothing, and that hold words which otherwise would. */
    private static final Pattern HARMLESS =
            Pattern.compile("bao gom ca (?=truc t|hai)|gom ca (?=truc t|hai)|bao gom (?=truc t|hai)|gom (?=truc t|hai)"
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
    private static final Set<String> FEES = Set.of("co", "phi", "le", "phai", "thanh", "toan", "thu", "nghia", "tai");
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
        boolean known = Arrays.stream(THIS_MONTH.matcher(words).replaceAll(" ").split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .allMatch(word -> KNOWN.contains(word) || fees && FEES.contains(word));
        if (known) {
            return Optional.empty();
        }
        boolean offline = OFFLINE.matcher(words).find();
        return Optional.of(offline ? UnusedColumn.Reason.OFFLINE : UnusedColumn.Reason.NOT_UNDERSTOOD);
    }
}
