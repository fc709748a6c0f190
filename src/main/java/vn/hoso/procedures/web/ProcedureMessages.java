package vn.hoso.procedures.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** Puts classes of procedures into words. */
final class ProcedureMessages {

    private final PageMessages messages;

    ProcedureMessages(PageMessages messages) {
        this.messages = messages;
    }

    /** Something to choose. */
    record Choice(String value, String name, boolean chosen) {}

    String offered(ClassFrom from) {
        String name = messages.of("procedures.class." + from.serviceClass());
        return from.instrument() == null
                ? messages.of("procedures.class.from", name, Formats.date(from.from()))
                : messages.of("procedures.class.from.by", name, Formats.date(from.from()), from.instrument());
    }

    List<Choice> classes(String chosen, String none) {
        return Stream.concat(
                        Stream.of(new Choice("", messages.of(none), chosen.isEmpty())),
                        Arrays.stream(ServiceClass.values())
                                .map(each -> new Choice(
                                        each.name(),
                                        messages.of("procedures.class." + each),
                                        each.name().equals(chosen))))
                .toList();
    }
}
