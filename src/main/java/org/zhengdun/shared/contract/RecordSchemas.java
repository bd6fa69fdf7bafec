package org.zhengdun.shared.contract;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Schemas of records: every component that is not {@code @Nullable} is required; enums may grow. */
final class RecordSchemas {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(
            org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String EXTENSIBLE = "More values may be added; treat an unknown one as other.";

    private final Map<String, ClassInfo> records;

    RecordSchemas(IndexView index) {
        this.records = index.getKnownClasses().stream().filter(ClassInfo::isRecord).collect(
                Collectors.toMap(RecordSchemas::schemaName, type -> type, (first, second) -> first));
    }

    void complete(@Nullable Map<String, Schema> schemas) {
        if (schemas == null) {
            return;
        }
        schemas.forEach((name, schema) -> {
            ClassInfo type = records.get(name);
            if (type != null && schema.getProperties() != null) {
                require(schema, type);
            }
            if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
                String said = schema.getDescription();
                schema.setDescription(said == null ? EXTENSIBLE : said + ". " + EXTENSIBLE);
            }
        });
    }

    private static void require(Schema schema, ClassInfo type) {
        Set<String> required = new LinkedHashSet<>();
        type.recordComponentsInDeclarationOrder().stream().filter(RecordSchemas::isAlwaysThere).map(
                RecordComponentInfo::name).filter(schema.getProperties()::containsKey).forEach(required::add);
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        schema.setRequired(required.isEmpty() ? null : required.stream().toList());
        type.recordComponentsInDeclarationOrder().stream().filter(RecordSchemas::hasNullableElements).map(
                component -> schema.getProperties().get(component.name())).filter(Objects::nonNull).map(
                        Schema::getItems).forEach(items -> items.addType(Schema.SchemaType.NULL));
    }

    private static boolean hasNullableElements(RecordComponentInfo component) {
        return component.type().kind() == Type.Kind.PARAMETERIZED_TYPE
                && component.type().asParameterizedType().arguments().getFirst().hasAnnotation(NULLABLE);
    }

    private static boolean isAlwaysThere(RecordComponentInfo component) {
        return !component.type().hasAnnotation(NULLABLE)
                && (hasNullableElements(component) || !component.hasAnnotation(NULLABLE));
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
