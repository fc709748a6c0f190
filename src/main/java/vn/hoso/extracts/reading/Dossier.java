package vn.hoso.extracts.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.procedures.ServiceClass;

/**
 * A dossier of a list, without anything about the citizen. What a row lacks is null. Of a row without a day that can be read
 * nothing but its number is known, since nobody knows what its cells hold.
 *
 * @param row its row in the file, from 1
 * @param code its code
 * @param unit what the row calls the receiving unit
 * @param receivedOn the day it was received
 * @param procedureCode code of its procedure
 * @param procedureName name of its procedure
 * @param serviceClass the class that the row states
 * @param classWord the word for the class where it means none; empty where the row has none
 * @param channel the way it came
 * @param channelWord the word for the way where it means none; empty where the row has none
 * @param receivedBy the official who received it
 * @param feeDue fee and levy in đồng; 0 for none, null where the list has no such column or the cell cannot be read
 * @param paidOnline whether the fee was paid online; null where the list has no such column or does not say it of a fee
 * @param ending how it ended where it was not dealt with; null for every other state, or where the list has no such column
 * @param repeats the earlier row of the same dossier: with its code, unit, day and procedure; null if there is none
 */
public record Dossier(
        int row,
        @Nullable String code,
        @Nullable String unit,
        @Nullable LocalDate receivedOn,
        @Nullable String procedureCode,
        @Nullable String procedureName,
        @Nullable ServiceClass serviceClass,
        @Nullable String classWord,
        @Nullable Channel channel,
        @Nullable String channelWord,
        @Nullable String receivedBy,
        @Nullable Long feeDue,
        @Nullable Boolean paidOnline,
        @Nullable Ending ending,
        @Nullable Integer repeats) {

    /** The same as a row that repeats an earlier one. */
    Dossier repeating(int earlier) {
        return new Dossier(
                row,
                code,
                unit,
                receivedOn,
                procedureCode,
                procedureName,
                serviceClass,
                classWord,
                channel,
                channelWord,
                receivedBy,
                feeDue,
                paidOnline,
                ending,
                earlier);
    }

    /** A row whose day cannot be read. */
    static Dossier undated(int row) {
        return new Dossier(row, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
