/** A table of fields, the older value beside the newer one, with the words marked in which they differ. */
function fieldTable(caption, fields, older, newer) {
    return element("table", {class: "fields"},
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, columnHeader("Field"), columnHeader(older), columnHeader(newer))),
        element("tbody", {}, ...fields.map(change => element("tr", {},
            element("th", {scope: "row"}, DATA.fields[change.field].title),
            element("td", {}, ...marked(change.old, "del", "removed"), ...labels(change.field, joined(change.old))),
            element("td", {}, ...marked(change.new, "ins", "inserted"), ...labels(change.field, joined(change.new)))))));
}

/** The fields of a record that are not blank. */
function recordTable(caption, record) {
    return element("table", {class: "fields"},
        element("caption", {}, caption),
        element("tbody", {}, ...Object.entries(record).map(([field, text]) => element("tr", {},
            element("th", {scope: "row"}, DATA.fields[field].title),
            element("td", {}, text, ...labels(field, text))))));
}

function marked(pieces, mark, spoken) {
    if (pieces.length === 0) {
        return [element("span", {class: "blank"}, "none")];
    }
    return pieces.map(piece => piece.changed
        ? element(mark, {}, unseen(`${spoken}: `), piece.text, unseen(` (end ${spoken}) `)) : piece.text);
}

function joined(pieces) {
    return pieces.map(piece => piece.text).join("");
}

/** What the codes of a coded field mean, where CMS's record layout says it. */
function labels(field, text) {
    const known = DATA.fields[field].labels;
    return text.split(" ").filter(code => Object.hasOwn(known, code))
        .map(code => element("span", {class: "label"}, `${code}: ${known[code]}`));
}
