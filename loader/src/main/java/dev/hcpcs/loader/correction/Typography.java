package dev.hcpcs.loader.correction;

/** Workbooks have typographic quotes and dashes where releases have those of ASCII. */
final class Typography {

    private Typography() {
    }

    /** In ASCII's quotes and dashes, with white space collapsed. */
    static String plain(String text) {
        return text.replaceAll("[\u2018\u2019]", "'").replaceAll("[\u201c\u201d]", "\"").replaceAll("[\u2013\u2014]", "-")
                .replaceAll("[\\s\u00a0]+", " ");
    }
}
