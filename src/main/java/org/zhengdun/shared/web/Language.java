package org.zhengdun.shared.web;

import java.util.Locale;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.problem.Messages;
import org.zhengdun.shared.problem.Problem;

/** The language of the answer, from Accept-Language; labels change with it, codes never do. */
@RequestScoped
public class Language {

    private final Locale locale;

    Language(RoutingContext context) {
        this.locale = RequestFacts.language(context);
    }

    public boolean isEnglish() {
        return locale.equals(Locale.ENGLISH);
    }

    /** The label of a business enum constant, from the bundle key {@code label.<type>.<constant>}. */
    public String label(Enum<?> constant) {
        return Messages.text(locale, "label." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String text(Message message) {
        return Messages.text(locale, message);
    }

    public Problem.Refusal refusal(Message message) {
        return new Problem.Refusal(message.code(), text(message));
    }
}
