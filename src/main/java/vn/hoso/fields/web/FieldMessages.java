package vn.hoso.fields.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.fields.FieldFigures;
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFieldService.Kept;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** Puts into words what a field does. */
@Component
class FieldMessages {

    private final FieldFigures figures;
    private final PageMessages messages;

    FieldMessages(FieldFigures figures, PageMessages messages) {
        this.figures = figures;
        this.messages = messages;
    }

    /** What will be different for the units; empty where only words and places are. */
    List<String> consequences(@Nullable ReturnField before, ReturnField after, List<Kept> all) {
        List<String> told = new ArrayList<>();
        YearMonth until = after.validUntil();
        boolean begins = before == null || !before.validFrom().equals(after.validFrom());
        boolean ends = until != null && (before == null || !until.equals(before.validUntil()));
        boolean more = begins
                || before != null
                        && before.validUntil() != null
                        && !before.validUntil().equals(until);
        if (more) {
            told.add(messages.of("fields.told.asked", Formats.month(after.validFrom()), after.name()));
        }
        if (ends) {
            told.add(messages.of("fields.told.ends", Formats.month(Objects.requireNonNull(until)), after.name()));
        }
        boolean required = after.required() && (before == null || !before.required());
        if (required) {
            told.add(messages.of("fields.told.required", after.name()));
        } else if (before != null && before.required() && !after.required()) {
            told.add(messages.of("fields.told.optional", after.name()));
        }
        if (after.notAbove() != null && (before == null || !after.notAbove().equals(before.notAbove()))) {
            told.add(
                    messages.of("fields.told.notAbove", after.name(), names(all).getOrDefault(after.notAbove(), "")));
        }
        if (more || required) {
            FieldFigures.Stored stored = figures.stored(after.validFrom(), until);
            if (stored.complete() > 0) {
                told.add(messages.of("fields.told.complete", Formats.count(stored.complete())));
            }
            if (stored.locked() > 0) {
                told.add(messages.of("fields.told.locked", Formats.count(stored.locked())));
            }
        }
        return told;
    }

    /** What a field can be a part of, by its column or code. */
    Map<String, String> names(List<Kept> all) {
        Map<String, String> names = new LinkedHashMap<>();
        figures.own().forEach((column, key) -> names.put(column, messages.of(key)));
        all.forEach(each -> names.put(each.field().code(), each.field().name()));
        return names;
    }
}
