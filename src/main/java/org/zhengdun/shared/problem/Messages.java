package org.zhengdun.shared.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Texts of the one message bundle, zh-CN by default and en. */
public final class Messages {

    private static final ResourceBundle CHINESE = bundle(Locale.ROOT);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
    private static final Map<Pattern, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Messages() {}

    /** A text of one language before its arguments are filled in. */
    private record Pattern(boolean english, String code) {}

    /** The best of the supported languages for an Accept-Language header; Chinese when there is none. */
    public static Locale language(List<Locale> accepted) {
        for (Locale locale : accepted) {
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
            if (locale.getLanguage().equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    /** Whether the bundle has a text with this code. */
    public static boolean has(String code) {
        return CHINESE.containsKey(code);
    }

    public static String text(Locale language, Message message) {
        return text(language, message.code(), message.arguments().toArray());
    }

    public static String text(Locale language, String code, Object... arguments) {
        Pattern pattern = new Pattern(language.getLanguage().equals("en"), code);
        try {
            return ((MessageFormat) FORMATS.computeIfAbsent(pattern, Messages::parsed).clone()).format(arguments);
        } catch (MissingResourceException absent) {
            return code;
        }
    }

    private static MessageFormat parsed(Pattern pattern) {
        return new MessageFormat((pattern.english() ? ENGLISH : CHINESE).getString(pattern.code()), Locale.ROOT);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
