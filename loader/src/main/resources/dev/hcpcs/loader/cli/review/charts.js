/**
 * Counts as bars. Each chart is a table whose cells hold the number and a bar of that length: who does not see the bars reads
 * the numbers, with row and column headers.
 */

function showCharts() {
    document.getElementById("by-kind").append(chartByKind());
    document.getElementById("by-letter").append(chartByLetter());
}

function chartByKind() {
    const most = Math.max(1, ...Object.values(DATA.counts));
    return element("table", {class: "chart kinds"},
        element("caption", {}, "Codes by kind of change"),
        element("thead", {}, element("tr", {}, columnHeader("Kind"), columnHeader("Codes"))),
        element("tbody", {}, ...KINDS.map(kind => element("tr", {},
            element("th", {scope: "row"}, badge(kind)),
            bar(kind, DATA.counts[kind], most, element("div", {class: "meaning"}, `The code ${MEANINGS[kind]}.`))))));
}

/** All bars are drawn to one scale, so that letters and kinds compare. */
function chartByLetter() {
    const letters = Object.keys(DATA.byLetter);
    const kinds = KINDS.filter(kind => DATA.counts[kind] > 0);
    const most = Math.max(1, ...letters.flatMap(letter => Object.values(DATA.byLetter[letter])));
    return element("table", {class: kinds.length > 5 ? "chart wide" : "chart"},
        element("caption", {}, "Codes by first letter and kind of change"),
        element("thead", {}, element("tr", {}, columnHeader("Letter"),
            ...kinds.map(kind => element("th", {scope: "col"}, badge(kind))))),
        element("tbody", {}, ...letters.map(letter => element("tr", {}, element("th", {scope: "row"}, letter),
            ...kinds.map(kind => bar(kind, DATA.byLetter[letter][kind], most))))));
}

function columnHeader(title) {
    return element("th", {scope: "col"}, title);
}

function bar(kind, number, most, ...notes) {
    const drawn = number === 0 ? [] : [drawing("svg", {class: "bar", "aria-hidden": "true"},
        drawing("rect", {class: kind, width: `${100 * number / most}%`, height: "100%"}))];
    return element("td", {class: number === 0 ? "count none" : "count"},
        element("span", {}, grouped(number)), ...drawn, ...notes);
}
