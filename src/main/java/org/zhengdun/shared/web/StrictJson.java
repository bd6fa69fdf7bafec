package org.zhengdun.shared.web;

import java.io.IOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.zhengdun.shared.security.Role;

/** The JSON reader refuses whatever a sender can have meant in two ways. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR,
            4).appendPattern("-MM-dd").toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern INSTANT = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    /** A text with characters that no field accepts. */
    static final class RefusedText extends JsonMappingException {
        RefusedText(JsonParser parser, String message) {
            super(parser, message);
        }

        /** Code of the first refused character of a text that has one. */
        static String name(String text) {
            return "U+%04X".formatted((int) text.charAt(PlainText.firstRefused(text)));
        }
    }

    /** After the modules of the framework, so that the deserializers here win. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.getFactory().setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(40).maxStringLength(
                        200_000).build());
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Integer,
                CoercionAction.Fail).setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(
                        CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("zhengdun-strict").setDeserializerModifier(
                new ExactEnums()).addSerializer(JsonNamed.class,
                        new NameSerializer()).addDeserializer(Role.class, new RoleDeserializer()).addDeserializer(
                                String.class,
                                new TextDeserializer()).addDeserializer(LocalDate.class,
                                        new ExactDeserializer<>(LocalDate.class,
                                                text -> Years.known(LocalDate.parse(text, DATE)))).addDeserializer(
                                                        Instant.class,
                                                        new ExactDeserializer<>(Instant.class,
                                                                StrictJson::instant)).addDeserializer(UUID.class,
                                                                        new ExactDeserializer<>(UUID.class,
                                                                                StrictJson::uuid)));
    }

    private static Instant instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            throw new DateTimeParseException("not RFC 3339", text, 0);
        }
        return Years.known(OffsetDateTime.parse(text)).toInstant();
    }

    /** Only the form of RFC 9562: the reader of the library also takes numbers, base64 and shorter groups. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not RFC 9562");
        }
        return uuid;
    }

    /** Reads text, composed (NFC), without control, bidirectional or unpaired surrogate characters. */
    static class TextDeserializer extends StdScalarDeserializer<String> {

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (PlainText.firstRefused(text) >= 0) {
                throw new RefusedText(parser, RefusedText.name(text));
            }
            if (!takesInvisible() && PlainText.isInvisible(text)) {
                return (String) context.handleWeirdStringValue(String.class, text, "nothing to see");
            }
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }

        /** Whether a text of which nothing can be seen is left to the one who judges it. */
        boolean takesInvisible() {
            return false;
        }
    }

    /** Reads dates, instants and UUIDs only from text of exactly the form of their RFC. */
    private static final class ExactDeserializer<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        ExactDeserializer(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not of the exact form");
            }
        }
    }

    /** Writes constants by their JSON names. */
    private static final class NameSerializer extends StdSerializer<JsonNamed> {

        NameSerializer() {
            super(JsonNamed.class);
        }

        @Override
        public void serialize(JsonNamed value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.jsonName());
        }
    }

    /** Reads roles by their names in tokens. */
    private static final class RoleDeserializer extends StdScalarDeserializer<Role> {

        RoleDeserializer() {
            super(Role.class);
        }

        @Override
        public Role deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Role) context.handleUnexpectedToken(Role.class, parser);
            }
            Optional<Role> role = Role.ofToken(parser.getText());
            return role.isPresent()
                    ? role.get()
                    : (Role) context.handleWeirdStringValue(Role.class, parser.getText(), "not a role");
        }
    }
}
