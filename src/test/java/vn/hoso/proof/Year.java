package vn.hoso.proof;

import java.time.LocalDate;

/** One year of work in the demonstration's district, from October 2024 on. */
final class Year {

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 3);

    private Year() {}

    static void live(Stage stage) {
        stage.day("2024-10-03");
        stage.doing(() -> People.arrive(stage));
        stage.doing(() -> Figures.finishSeptember(stage));
        stage.doing(() -> Figures.explain(stage));
        stage.doing(() -> Reporting.decide(stage));
        stage.doing(() -> Reporting.giveTasks(stage));
        stage.doing(() -> Reporting.word(stage));
        stage.schedule();
        stage.day("2024-10-15");
        stage.doing(() -> Reporting.issue(stage, "2024-9M", "12/BC-UBND", "2024-10-15"));
        stage.doing(() -> Reporting.issue(stage, "2024", "13/BC-UBND", "2024-10-15"));
        stage.doing(() -> Figures.correctAugust(stage));
        stage.schedule();
        stage.day("2024-10-20");
        stage.doing(() -> Reporting.issue(stage, "2024", "14/BC-UBND", "2024-10-20"));
        stage.doing(() -> Bringing.bring(stage));
        stage.day("2024-11-04");
        stage.doing(() -> Figures.remind(stage, "2024-10"));
        stage.schedule();
        stage.day("2024-11-07");
        stage.schedule();
        stage.doing(() -> Bringing.october(stage));
        stage.day("2024-12-04");
        stage.doing(() -> Figures.wholeMonth(stage, "2024-11", 1));
        stage.day("2025-01-04");
        stage.doing(() -> Figures.wholeMonth(stage, "2024-12", 2));
        stage.schedule();
        stage.day("2025-01-10");
        stage.doing(() -> Reporting.issue(stage, "2024-Q3", "01/BC-UBND", "2025-01-10"));
        stage.doing(() -> Figures.leaveOneWaiting(stage));
        for (int month = 1; month <= 8; month++) {
            int number = month;
            stage.day("2025-%02d-03".formatted(month + 1));
            stage.doing(() -> Figures.wholeMonth(stage, "2025-%02d".formatted(number), 2 + number));
        }
        stage.schedule();
        stage.day("2025-09-20");
        stage.doing(() -> Reporting.issue(stage, "2025-6M", "77/BC-UBND", "2025-09-20"));
        stage.doing(() -> People.lookAfterTheirAccounts(stage));
        stage.day("2025-09-22");
        stage.doing(() -> Bringing.leaveSome(stage));
    }
}
