package vn.hoso.extracts.reading;

import static vn.hoso.procedures.ServiceClass.folded;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A column of a list that is kept, with the words of its heading, the surest first. */
public enum DossierColumn {
    CODE("ma ho so", "so ho so", "ma so ho so", "so bien nhan", "ma bien nhan", "ma hs", "so hs"),
    PROCEDURE_CODE(
            "ma tthc",
            "ma thu tuc",
            "ma thu tuc hanh chinh",
            "ma so tthc",
            "ma dvc",
            "ma dich vu cong",
            "ma quoc gia tthc"),
    PROCEDURE_NAME(
            "ten thu tuc hanh chinh",
            "ten tthc",
            "ten thu tuc",
            "ten dich vu cong",
            "ten dvc",
            "thu tuc hanh chinh",
            "thu tuc",
            "tthc",
            "dich vu cong"),
    SERVICE_CLASS(
            "muc do dvc",
            "muc do",
            "muc do dich vu cong",
            "muc do dich vu",
            "muc do cung cap",
            "muc do dvctt",
            "muc dvc",
            "loai dich vu cong",
            "loai dvc"),
    UNIT(
            "don vi tiep nhan",
            "co quan tiep nhan",
            "noi tiep nhan",
            "don vi nhan",
            "don vi",
            "ten don vi",
            "don vi xu ly",
            "don vi giai quyet",
            "co quan giai quyet",
            "co quan"),
    RECEIVED_ON(
            "ngay tiep nhan",
            "ngay tiep nhan ho so",
            "thoi gian tiep nhan",
            "thoi diem tiep nhan",
            "ngay nhan",
            "ngay nhan ho so",
            "thoi gian nhan",
            "ngay nop",
            "ngay nop ho so"),
    CHANNEL(
            "hinh thuc tiep nhan",
            "hinh thuc tiep nhan ho so",
            "kenh tiep nhan",
            "kenh tiep nhan ho so",
            "phuong thuc tiep nhan",
            "hinh thuc nop",
            "hinh thuc nop ho so",
            "phuong thuc nop",
            "cach thuc nop",
            "kenh nop",
            "kenh nop ho so",
            "hinh thuc nhan",
            "nguon tiep nhan",
            "nguon ho so",
            "kenh"),
    RECEIVED_BY(
            "can bo tiep nhan",
            "nguoi tiep nhan",
            "can bo tiep nhan ho so",
            "nguoi tiep nhan ho so",
            "ho ten can bo tiep nhan",
            "ten can bo tiep nhan",
            "cong chuc tiep nhan",
            "chuyen vien tiep nhan",
            "vien chuc tiep nhan",
            "can bo nhan",
            "can bo mot cua",
            "nguoi nhan ho so"),
    FEE(
            "phi le phi",
            "tong phi le phi",
            "phi va le phi",
            "so tien phi le phi",
            "phi le phi phai nop",
            "tong phi",
            "phi"),
    /** The levy of a list that writes it beside the fee; where it stands alone it is the fee. */
    LEVY("le phi", "tong le phi"),
    PAID_BY(
            "hinh thuc thanh toan",
            "phuong thuc thanh toan",
            "kenh thanh toan",
            "hinh thuc nop phi",
            "hinh thuc thu phi",
            "thanh toan"),
    STATE(
            "trang thai",
            "trang thai ho so",
            "trang thai xu ly",
            "tinh trang",
            "tinh trang ho so",
            "tinh trang xu ly",
            "trang thai giai quyet",
            "tinh trang giai quyet");

    /** What headings of columns about citizens hold. */
    private static final List<String> CITIZEN = List.of(
            "nguoi nop",
            "ho ten",
            "ho va ten",
            "cong dan",
            "chu ho so",
            "cccd",
            "cmnd",
            "cmt",
            "can cuoc",
            "dinh danh",
            "ho chieu",
            "dien thoai",
            "so dt",
            "sdt",
            "di dong",
            "dia chi",
            "email",
            "thu dien tu",
            "ngay sinh",
            "gioi tinh",
            "dan toc",
            "to chuc",
            "doanh nghiep",
            "nguoi yeu cau",
            "nguoi dung ten",
            "uy quyen",
            "thuong tru",
            "que quan",
            "ma so thue",
            "tai khoan");

    /** Words of columns that are taken where the right one is missing, and hold something that may differ from it. */
    private static final Set<String> SUBSTITUTES =
            Set.of("ngay nop", "ngay nop ho so", "don vi xu ly", "don vi giai quyet", "co quan giai quyet");

    /** Words by which a column has fee and levy together, and one by which it has where the fee stands beside it. */
    private static final String LAST_OF_BOTH = "phi le phi phai nop";

    private static final String ALL = "tong phi";

    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)");

    private final List<String> words;

    DossierColumn(String... words) {
        this.words = List.of(words);
    }

    /** The column that a heading names. */
    static Optional<DossierColumn> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.sureness(heading) >= 0)
                .findFirst();
    }

    /** How sure a heading is of this column: 0 for the surest words, -1 for none of them. */
    int sureness(String heading) {
        return words.indexOf(plain(heading));
    }

    private static String plain(String heading) {
        return folded(BRACKETED.matcher(heading).replaceAll(" "));
    }

    /** Whether a heading is that of another column, which is taken where the right one is missing. */
    public static boolean substitute(String heading) {
        return SUBSTITUTES.contains(plain(heading));
    }

    /** Whether the column of fees that was found among these has the levies too. */
    static boolean feeHoldsLevy(String found, Collection<String> headings) {
        int sure = FEE.sureness(found);
        long fees = headings.stream().filter(each -> FEE.sureness(each) >= 0).count();
        return sure <= FEE.words.indexOf(LAST_OF_BOTH) || sure == FEE.words.indexOf(ALL) && fees > 1;
    }

    /** Whether a heading says that its column is about the citizen. */
    public static boolean citizen(String heading) {
        String folded = folded(heading);
        return of(heading).isEmpty() && CITIZEN.stream().anyMatch(folded::contains);
    }
}
