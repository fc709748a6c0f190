package vn.hoso.imports.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.RememberedAnswer;
import vn.hoso.imports.web.PreviewView.MemoryView;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.units.Unit;

/** Says which answers given before a file is read by, whose they are and since when. */
@Component
class MemoryViewAssembler {

    private final MessageSource messages;

    MemoryViewAssembler(MessageSource messages) {
        this.messages = messages;
    }

    List<MemoryView> of(ImportPreview preview, CurrentUser reader) {
        Map<Long, String> units = preview.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return preview.remembered().stream()
                .map(each -> new MemoryView(
                        each.kind().name(), each.id(), text(each, units), each.what(), each.mayWithdraw(reader)))
                .toList();
    }

    private String text(RememberedAnswer memory, Map<Long, String> units) {
        String by = memory.by();
        String at = Formats.time(memory.at());
        if (memory.kind() == RememberedAnswer.Kind.SHEET) {
            return text("imports.memory.sheet", memory.what(), by, at);
        }
        Long unit = memory.unitId();
        return unit == null
                ? text("imports.memory.none", memory.what(), by, at)
                : text(
                        "imports.memory.name",
                        memory.what(),
                        by,
                        at,
                        units.containsKey(unit) ? units.get(unit) : text("imports.memory.other-unit"));
    }

    private String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }
}
