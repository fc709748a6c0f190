package vn.hoso.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** What tells groups apart, in {@code extract_dossier}. */
    static final String COLUMNS = "unit_name, received_on, procedure_code, procedure_name, service_class, class_word,"
            + " channel, channel_word, fee_due > 0, paid_online";

    /** The group of a row with these columns and {@code with_fee}. */
    static DossierGroup of(ResultSet row, int number) throws SQLException {
        return new DossierGroup(
                row.getString("unit_name"),
                row.getObject("received_on", LocalDate.class),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                row.getString("service_class") == null ? null : ServiceClass.valueOf(row.getString("service_class")),
                row.getString("class_word"),
                row.getString("channel") == null ? null : Channel.valueOf(row.getString("channel")),
                row.getString("channel_word"),
                row.getObject("with_fee", Boolean.class),
                row.getObject("paid_online", Boolean.class),
                number);
    }

    /** The same with another number of dossiers. */
    DossierGroup times(int other) {
        return new DossierGroup(
                unit,
                receivedOn,
                procedureCode,
                procedureName,
                serviceClass,
                classWord,
                channel,
                channelWord,
                withFee,
                paidOnline,
                other);
    }

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
