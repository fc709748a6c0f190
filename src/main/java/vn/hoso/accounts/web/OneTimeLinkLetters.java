package vn.hoso.accounts.web;

import java.time.LocalDate;
import java.util.List;
import vn.hoso.accounts.UnitAccountService.HandedOut;
import vn.hoso.organisation.Organisation;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.QrCode;

/**
 * Letters that hand out links, a page each; in Vietnamese for every reader, like all that leaves the office on paper.
 *
 * @param agency the letterhead's lines
 * @param state the State's name and motto
 * @param placeAndDate above the text
 * @param steps how to sign in, a sentence each
 */
record OneTimeLinkLetters(
        List<String> agency,
        List<String> state,
        String placeAndDate,
        String title,
        List<String> steps,
        String lost,
        String care,
        String usernameLabel,
        String linkLabel,
        String untilLabel,
        String drawing,
        List<Letter> letters) {

    /**
     * What differs from letter to letter.
     *
     * @param to whom it is for
     * @param opening why they get it
     */
    record Letter(String to, String opening, String username, String link, String until, QrCode code) {}

    static OneTimeLinkLetters of(
            List<HandedOut> links, String home, Organisation office, LocalDate today, PageMessages wording) {
        return new OneTimeLinkLetters(
                List.of(office.letterheadTop(), office.letterheadBottom()),
                List.of(wording.of("accounts.letter.country"), wording.of("accounts.letter.motto")),
                wording.of(
                        "accounts.letter.date",
                        office.place(),
                        String.format("%02d", today.getDayOfMonth()),
                        String.format(today.getMonthValue() < 3 ? "%02d" : "%d", today.getMonthValue()),
                        String.valueOf(today.getYear())),
                wording.of("accounts.letter.title"),
                List.of(
                        wording.of("accounts.letter.step.open"),
                        wording.of("accounts.letter.step.choose"),
                        wording.of("accounts.letter.step.later", home)),
                wording.of("accounts.letter.lost", office.office()),
                wording.of("accounts.letter.care"),
                wording.of("accounts.username"),
                wording.of("accounts.sheet.link"),
                wording.of("accounts.sheet.until"),
                wording.of("accounts.letter.drawing"),
                links.stream()
                        .map(each -> letter(each, home + "/links/" + each.token(), office, wording))
                        .toList());
    }

    private static Letter letter(HandedOut each, String link, Organisation office, PageMessages wording) {
        String unit = each.link().units();
        return new Letter(
                wording.of("accounts.letter.to", unit.isEmpty() ? each.link().displayName() : unit),
                unit.isEmpty()
                        ? wording.of("accounts.letter.opening.user", office.agencyInFull())
                        : wording.of("accounts.letter.opening", office.agencyInFull(), unit),
                each.link().username(),
                link,
                Formats.time(each.link().expiresAt()),
                QrCode.of(link));
    }
}
