package org.zhengdun.shared.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts of the one message bundle, zh-CN by default and en. */
public final class Messages {

    private static final String BUNDLE = "messages";

    private Messages() {}

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
        return bundle(Locale.ROOT).containsKey(code);
    }

    public static String text(Locale language, Message message) {
        return text(language, message.code(), message.arguments().toArray());
    }

    public static String text(Locale language, String code, Object... arguments) {
        Locale bundleLocale = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        try {
            String pattern = bundle(bundleLocale).getString(code);
            return new MessageFormat(pattern, Locale.ROOT).format(arguments);
        } catch (MissingResourceException absent) {
            return code;
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
