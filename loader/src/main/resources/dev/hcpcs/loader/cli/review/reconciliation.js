/** How far the changes are those that CMS's transaction report tells. */
function showReconciliation() {
    const report = DATA.transactionReport;
    document.getElementById("report").textContent = report === null
        ? "None was found in the newer release or beside it, so nothing is reconciled."
        : `${report.file}, ${count(report.codes, "code")}. It tells of CMS's actions since its last release, whatever the older`
            + " release compared is. A code has one action there: one that was added and discontinued is D.";
    if (report !== null) {
        document.getElementById("by-report").append(reconciliationTable(report.kinds));
    }
}

function reconciliationTable(kinds) {
    const titles = ["Kind", "Actions", "Compared", "Reported", "Both", "Only compared", "Only reported"];
    return element("table", {class: "report"},
        element("caption", {}, "Each kind of change held against the report's actions"),
        element("thead", {}, element("tr", {}, ...titles.map(columnHeader))),
        element("tbody", {}, ...Object.entries(kinds).map(([kind, told]) => {
            const numbers = told.actions.length === 0 ? [told.compared, "–", "–"] : [told.compared, told.reported, told.both];
            return element("tr", {}, element("th", {scope: "row"}, badge(kind)),
                element("td", {}, told.actions.join(", ") || "none of the report's"),
                ...numbers.map(number => element("td", {class: "number"}, number.toLocaleString("en-US"))),
                element("td", {}, ...codesByAction(told.onlyCompared)),
                element("td", {}, ...codesByAction(told.onlyReported)));
        })));
}

function codesByAction(codes) {
    const byAction = new Map();
    for (const {code, action} of codes) {
        byAction.set(action, [...byAction.get(action) ?? [], code]);
    }
    return [...byAction].sort().map(([action, ofAction]) => element("details", {},
        element("summary", {}, `${grouped(ofAction.length)} ${action === "" ? "not listed" : `reported as ${action}`}`),
        element("p", {class: "codes"}, ...ofAction.flatMap(code => [codeLink(code), " "]))));
}

/** A code of the report's need not be among the changes. */
function codeLink(code) {
    return DATA.changes.some(change => change.code === code) ? element("a", {href: `#${code}`}, code) : code;
}
