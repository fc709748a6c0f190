package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** What a part refers to. The kinds end alike in both kinds of the format: ".../relationships/styles". */
final class PackageRelationships extends PartXml {

    private record Relation(String id, String kind, String target) {}

    private final String folder;
    private final List<Relation> relations = new ArrayList<>();

    private PackageRelationships(String folder, ReadBudget work) {
        super(work);
        this.folder = folder;
    }

    /**
     * Those of a part.
     *
     * @param part its name, empty for the whole package
     */
    static PackageRelationships of(String part, PackageParts parts, ReadBudget work) {
        int name = part.lastIndexOf('/') + 1;
        PackageRelationships relations = new PackageRelationships(part.substring(0, name), work);
        relations.read(parts.open(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels"));
        return relations;
    }

    @Override
    void start(String name, int depth, Attributes attributes) {
        String id = attributes.getValue("Id");
        String type = attributes.getValue("Type");
        String target = attributes.getValue("Target");
        boolean inside = !"External".equals(attributes.getValue("TargetMode"));
        if (name.equals("Relationship") && inside && id != null && type != null && target != null) {
            if (relations.size() >= FileLimits.ENTRIES) {
                throw FileErrors.of("work");
            }
            relations.add(new Relation(id, type.substring(type.lastIndexOf('/') + 1), target));
        }
    }

    /** The name of the part of a kind. */
    Optional<String> ofKind(String kind) {
        return relations.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .map(this::part);
    }

    /**
     * The name of the part that bears an id.
     *
     * @throws vn.hoso.shared.UserFacingException if there is none
     */
    String withId(@Nullable String id) {
        return relations.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(this::part)
                .orElseThrow(() -> FileErrors.of("damaged"));
    }

    private String part(Relation relation) {
        String target = relation.target().replace('\\', '/');
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String in = folder;
        while (target.startsWith("../") && !in.isEmpty()) {
            target = target.substring(3);
            in = in.substring(0, in.lastIndexOf('/', in.length() - 2) + 1);
        }
        return in + (target.startsWith("./") ? target.substring(2) : target);
    }
}
