package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.CodeEvent;
import java.util.Optional;

/**
 * A line of {@code hcpcs list}.
 *
 * @param answer what the code was on the date asked for, or on the day of the event
 * @param event  empty where codes are listed, not events
 */
record ListedCode(Answer answer, Optional<CodeEvent> event) {

    static ListedCode of(Answer answer) {
        return new ListedCode(answer, Optional.empty());
    }

    static ListedCode of(CodeEvent event) {
        return new ListedCode(event.answer(), Optional.of(event));
    }
}
