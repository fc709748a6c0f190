package vn.hoso.extracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.procedures.ServiceClass;

/**
 * Dossiers of a list, each once, that differ in nothing that is counted.
 *
 * @param withFee whether a fee is due, null where that is not known
 * @param number how many there are
 */
public record DossierGroup(
        @Nullable String unit,
        LocalDate receivedOn,
        @Nullable String procedureCode,
        @Nullable String procedureName,
        @Nullable ServiceClass serviceClass,
        @Nullable String classWord,
        @Nullable Channel channel,
        @Nullable String channelWord,
        @Nullable Boolean withFee,
        @Nullable Boolean paidOnline,
        int number) {

    /** One dossier, which has a day. */
    public static DossierGroup of(Dossier dossier, LocalDate receivedOn) {
        return new DossierGroup(
                dossier.unit(),
                receivedOn,
                dossier.procedureCode(),
                dossier.procedureName(),
                dossier.serviceClass(),
                dossier.classWord(),
                dossier.channel(),
                dossier.channelWord(),
                dossier.feeDue() == null ? null : dossier.feeDue() > 0,
                dossier.paidOnline(),
                1);
    }
}
