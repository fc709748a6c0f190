package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;

/** Section IV: the plan's solutions 3.1 to 3.4 in short, and the tasks that are being followed up. */
final class SolutionsSection {

    private SolutionsSection() {}

    static Section write(ReportPhrases wording, List<ReportSuggestions.Task> tasks) {
        String level = wording.level();
        List<Block> blocks = new ArrayList<>(List.of(
                Block.paragraph("Để duy trì và nâng cao tỷ lệ hồ sơ trực tuyến (toàn trình và một phần), các cơ quan,"
                        + " đơn vị, địa phương tập trung thực hiện đồng bộ các giải pháp sau:"),
                Block.paragraph("1. Tiếp tục nâng cấp, đầu tư trang thiết bị tại Bộ phận Một cửa " + level
                        + ", xã, thị trấn; bố trí máy tính, chữ ký số cá nhân, đường truyền cho 100% công chức"
                        + " làm việc tại Bộ phận Một cửa để tiếp nhận, giải quyết thủ tục hành chính trên môi"
                        + " trường điện tử."),
                Block.paragraph("2. Tăng cường tuyên truyền, vận động người dân nộp hồ sơ trực tuyến đối với các"
                        + " thủ tục hành chính được cung cấp trực tuyến đạt 100%; nghiên cứu giải pháp khuyến"
                        + " khích như cam kết giải quyết sớm, trước hạn đối với hồ sơ nộp trực tuyến."),
                Block.paragraph(
                        "3. Chỉ đạo cán bộ, công chức, viên chức tại Bộ phận Một cửa tiếp nhận trực tuyến 100% đối với hồ sơ của"
                                + " các thủ tục hành chính được cung cấp trực tuyến (toàn trình, một phần); ưu tiên cầm"
                                + " tay chỉ việc, hỗ trợ tối đa người cao tuổi, yếu thế; cán bộ, công chức, viên chức nêu gương nộp hồ sơ trực"
                                + " tuyến, trường hợp nộp bằng bản giấy thì xem xét khi đánh giá, phân loại cuối năm theo"
                                + " quy định."),
                Block.paragraph("4. Phối hợp với các ngân hàng vận động người dân mở tài khoản để thanh toán trực"
                        + " tuyến phí, lệ phí đạt 100%.")));
        if (!tasks.isEmpty()) {
            blocks.add(Block.paragraph("5. Tiếp tục thực hiện, báo cáo kết quả các việc đã giao:"));
            tasks.forEach(task -> blocks.add(Block.point(task.sentence())));
        }
        return new Section("IV. NHIỆM VỤ, GIẢI PHÁP", blocks);
    }
}
