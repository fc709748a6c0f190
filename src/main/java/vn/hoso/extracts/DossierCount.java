package vn.hoso.extracts;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.figures.domain.Measure;
import vn.hoso.procedures.ServiceClass;

/** What is counted of a unit's month. The only place where dossiers become figures. */
public final class DossierCount {

    private int fullProcessReceived;
    private int fullProcessOnline;
    private int partialReceived;
    private int partialOnline;
    private int dossiers;
    private int online;
    private int payable;
    private int paidOnline;
    private boolean paymentKnown = true;

    /**
     * Counts dossiers of one kind.
     *
     * @param withFee whether a fee is due, null where that is not known
     * @param paid whether it was paid online, null where that is not known
     */
    public void add(
            ServiceClass serviceClass, Channel channel, @Nullable Boolean withFee, @Nullable Boolean paid, int number) {
        int onlineOfThem = channel == Channel.ONLINE ? number : 0;
        switch (serviceClass) {
            case FULL_PROCESS -> {
                fullProcessReceived += number;
                fullProcessOnline += onlineOfThem;
            }
            case PARTIAL -> {
                partialReceived += number;
                partialOnline += onlineOfThem;
            }
            case NOT_ONLINE -> {}
        }
        dossiers += number;
        online += onlineOfThem;
        if (withFee == null || paid == null) {
            paymentKnown = false;
        } else if (withFee) {
            payable += number;
            paidOnline += paid ? number : 0;
        }
    }

    public int dossiers() {
        return dossiers;
    }

    /** Whether the fee of every dossier is known, and how it was paid. */
    public boolean paymentKnown() {
        return paymentKnown;
    }

    /** The figures of a return; the payment pair only where it is known of every dossier. */
    public Map<Measure, Integer> numbers() {
        Map<Measure, Integer> numbers = new TreeMap<>();
        numbers.put(Measure.FULL_PROCESS_RECEIVED, fullProcessReceived);
        numbers.put(Measure.FULL_PROCESS_ONLINE, fullProcessOnline);
        numbers.put(Measure.PARTIAL_RECEIVED, partialReceived);
        numbers.put(Measure.PARTIAL_ONLINE, partialOnline);
        numbers.put(Measure.DOSSIERS_RECEIVED, dossiers);
        numbers.put(Measure.ONLINE_REPORTED, online);
        if (paymentKnown) {
            numbers.put(Measure.PAYABLE, payable);
            numbers.put(Measure.PAID_ONLINE, paidOnline);
        }
        return numbers;
    }
}
