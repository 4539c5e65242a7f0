package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Answer;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.Version;
import dev.hcpcs.lookup.search.DescriptionSearch;
import dev.hcpcs.lookup.search.Found;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hcpcs search}. */
@Command(name = "search", mixinStandardHelpOptions = true,
        customSynopsis = "hcpcs search [-hV] WORD... [--on=DATE [--status=STATUS[,STATUS...]] | --all-lives]%n"
                + "             [--limit=N] [--as-known-at=QUARTER] [--format=text|json] [--data PATH...]",
        description = {"Codes by words of their descriptions: all of the words, in any order, short or in full, or their"
            + " beginnings. The best come first.",
            "Exit status 1 where nothing is found."})
final class SearchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WORD", arity = "1..*",
            description = "A word, its beginning, an abbreviation such as inj or 'w/o', or a code; in any letter case.")
    private List<String> words;

    @Mixin
    private DateOption on;

    @Mixin
    private StatusOption status;

    @Option(names = "--all-lives",
            description = "Search what the descriptions were on any day, and tell when. Without it, what they are on the date.")
    private boolean allLives;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
            description = "How many to show at most, at least 1 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private DataOptions data;

    @Mixin
    private FormatOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String asked = String.join(" ", words);
        if (allLives && spec.commandLine().getParseResult().hasMatchedOption("--on")) {
            throw new ParameterException(spec.commandLine(), "--on and --all-lives name different days; give one of them");
        }
        if (allLives && status.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--status is for codes as of a date, and --all-lives has none; give"
                    + " one of them");
        }
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is " + limit + " and must be at least 1");
        }
        if (asked.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new ParameterException(spec.commandLine(), "'" + asked + "' has no letter or digit to search for");
        }
        HcpcsIndex index = data.index();
        DescriptionSearch search = DescriptionSearch.of(index);
        int total = allLives ? ever(asked, index, search) : on(asked, index, search);
        return total == 0 ? Hcpcs.NEGATIVE : Hcpcs.DONE;
    }

    private int on(String asked, HcpcsIndex index, DescriptionSearch search) throws IOException {
        Found<Answer> found = status.isGiven() ? withStatus(search.on(asked, on.date(), Integer.MAX_VALUE))
                : search.on(asked, on.date(), limit);
        SearchHint hint = new SearchHint(search, words);
        answer(switch (output.format()) {
            case TEXT -> SearchText.on(found, asked, index, search);
            case JSON -> SearchJson.on(found, asked, on.date(), search);
        }, found, "code", " on " + on.date(), found.total() > 0 ? ""
                : otherStatus(asked, search).orElseGet(() -> hint.on(on.date())));
        return found.total();
    }

    private Found<Answer> withStatus(Found<Answer> found) {
        Set<Status> wanted = status.statuses();
        List<Answer> chosen = found.first().stream().filter(answer -> wanted.contains(answer.status())).toList();
        return new Found<>(chosen.size(), chosen.stream().limit(limit).toList());
    }

    /** Empty where nothing is found of another status either. */
    private Optional<String> otherStatus(String asked, DescriptionSearch search) {
        int all = search.on(asked, on.date(), 0).total();
        return all == 0 ? Optional.empty() : Optional.of("of another status it would be " + Numbers.count(all, "code")
                + ": leave --status out");
    }

    private int ever(String asked, HcpcsIndex index, DescriptionSearch search) throws IOException {
        Found<Version> found = search.ever(asked, limit);
        SearchHint hint = new SearchHint(search, words);
        answer(switch (output.format()) {
            case TEXT -> SearchText.ever(found, asked, index, search);
            case JSON -> SearchJson.ever(found, asked, index, search);
        }, found, "version", " over all lives", found.total() > 0 ? "" : hint.ever());
        return found.total();
    }

    /** @param days for which was asked */
    private void answer(String text, Found<?> found, String noun, String days, String hint) throws IOException {
        Output.write(text, null, spec.commandLine());
        boolean all = found.total() == found.first().size();
        spec.commandLine().getErr().println("hcpcs: " + (found.total() == 0 ? "nothing found" + days + "; " + hint
                : Numbers.count(found.total(), noun) + " found" + days + (all ? "" : ", the best " + found.first().size()
                        + " shown; --limit " + found.total() + " shows all")));
    }
}
