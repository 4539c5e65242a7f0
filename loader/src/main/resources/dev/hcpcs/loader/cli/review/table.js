/** The table of changes: searched, filtered, sorted; each row opens the code's details. */

/** The kinds that rows are filtered and sorted by. */
const ORDER = [...KINDS.filter(kind => kind !== "silent"), REDATED];
const ROWS = DATA.changes.map(row);
const SHOWN = document.getElementById("shown");
/** How long typing rests before it filters, in milliseconds. */
const REST = 120;

/** Each code is a table body of its own, which its details join when they are first opened. */
function row(change) {
    const button = element("button", {type: "button", "aria-expanded": "false"}, change.code);
    const body = element("tbody", {id: `row-${change.code}`},
        element("tr", {},
            element("th", {scope: "row"}, button),
            element("td", {}, ...kindsOf(change).map(badge), ...change.silent ? [badge("silent")] : []),
            element("td", {}, change.shortDescription),
            element("td", {}, whatChanged(change))));
    return {change, body, button, words: words(change), rank: ORDER.indexOf(kindsOf(change)[0])};
}

/** The titles of the changed fields, those of its dates only where nothing else tells of them; and its last day. */
function whatChanged(change) {
    const fields = change.fields.map(({field}) => DATA.fields[field])
        .filter(field => field.content || change.kinds.length === 0).map(field => field.title);
    const lastDay = change.record.terminationDate;
    return [...fields, ...lastDay ? [`last day ${lastDay}`] : []].join(", ");
}

/** What a search looks in: the code, and the descriptions of both releases. */
function words(change) {
    const described = change.fields.filter(({field}) => field.endsWith("Description")).map(({old}) => joined(old));
    return [change.code, change.shortDescription, change.record.longDescription ?? "", ...described].join("\n").toLowerCase();
}

function showTable() {
    fillFilters();
    appendRows();
    const form = document.getElementById("filters");
    let resting;
    for (const kind of ["input", "change"]) {
        form.addEventListener(kind, () => {
            clearTimeout(resting);
            resting = setTimeout(filter, REST);
        });
    }
    form.addEventListener("submit", event => event.preventDefault());
    // The form's fields are reset only after the event.
    form.addEventListener("reset", () => setTimeout(filter));
    document.getElementById("table").addEventListener("click", clicked);
    document.getElementById("table").addEventListener("keydown", moved);
    addEventListener("beforeprint", () => shownRows().filter(isClosed).forEach(openForPrint));
    addEventListener("afterprint", () => document.querySelectorAll("tr.print").forEach(opened => opened.remove()));
    addEventListener("hashchange", openLinked);
    filter();
    openLinked();
}

function fillFilters() {
    const letters = [...new Set(DATA.changes.map(change => change.code[0]))];
    document.getElementById("letter").append(...letters.map(letter => element("option", {value: letter},
        `${letter} (${grouped(DATA.changes.filter(change => change.code.startsWith(letter)).length)})`)));
    document.getElementById("silent-title").append(` (${grouped(DATA.counts.silent)})`);
    for (const kind of ORDER) {
        const number = DATA.changes.filter(change => kindsOf(change).includes(kind)).length;
        if (number > 0) {
            document.getElementById("kinds").append(element("label", {class: "choice"},
                element("input", {type: "checkbox", name: "kind", value: kind}), " ", badge(kind), ` ${grouped(number)}`));
        }
    }
}

function filter() {
    const text = document.getElementById("search").value.trim().toLowerCase();
    const letter = document.getElementById("letter").value;
    const silent = document.getElementById("silent").checked;
    const kinds = [...document.querySelectorAll("#kinds input:checked")].map(choice => choice.value);
    for (const {change, body, words} of ROWS) {
        body.hidden = !(words.includes(text) && change.code.startsWith(letter) && (change.silent || !silent)
            && (kinds.length === 0 || kindsOf(change).some(kind => kinds.includes(kind))));
    }
    const chosen = [...kinds.length > 0 ? [kinds.map(kindTitle).join(" or ")] : [], ...letter ? [`letter ${letter}`] : [],
        ...silent ? ["silent only"] : [], ...text ? [`“${text}”`] : []];
    SHOWN.textContent = `${grouped(shownRows().length)} of ${count(ROWS.length, "code")} shown`
        + (chosen.length > 0 ? `: ${chosen.join(", ")}` : "");
}

function shownRows() {
    return ROWS.filter(({body}) => !body.hidden);
}

function clicked(event) {
    const button = event.target.closest("button");
    if (button?.dataset.sort) {
        sort(button);
    } else if (button) {
        toggle(ROWS.find(row => row.button === button));
    }
}

function toggle(row) {
    const opening = isClosed(row);
    row.button.setAttribute("aria-expanded", opening);
    if (!row.details) {
        row.details = detailsRow("details-row", details(row.change));
        row.body.append(row.details);
    }
    row.details.hidden = !opening;
}

function isClosed(row) {
    return row.button.getAttribute("aria-expanded") === "false";
}

function detailsRow(style, content) {
    return element("tr", {class: style}, element("td", {colspan: "4"}, content));
}

/** Paper cannot be clicked: it gets every shown code's changed fields. */
function openForPrint({change, body}) {
    const fields = changedFields(change);
    if (fields.length > 0) {
        body.append(detailsRow("print", element("div", {class: "details"}, ...fields)));
    }
}

/** From a code's button to that of the row above or below, of the first or last one. */
function moved(event) {
    const rows = shownRows();
    const at = rows.findIndex(row => row.button === event.target);
    const to = {ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1}[event.key];
    if (at >= 0 && to !== undefined) {
        event.preventDefault();
        rows[to]?.button.focus();
    }
}

/** By the button's column; a second time, the other way round. */
function sort(button) {
    const header = button.closest("th");
    const direction = header.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    document.querySelectorAll("#table thead th").forEach(other => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", direction);
    const byCode = (one, other) => one.change.code < other.change.code ? -1 : 1;
    const order = button.dataset.sort === "code" ? byCode : (one, other) => one.rank - other.rank || byCode(one, other);
    ROWS.sort(direction === "ascending" ? order : (one, other) => order(other, one));
    appendRows();
}

/** All at once, which spares the browser most of the work. */
function appendRows() {
    const all = new DocumentFragment();
    all.append(...ROWS.map(({body}) => body));
    document.getElementById("table").append(all);
}

/** A link to a code, such as #Q4257, shows and opens its row. No element has that id, so that the browser leaves the focus. */
function openLinked() {
    const row = ROWS.find(({change}) => `#${change.code}` === location.hash);
    if (row) {
        if (row.body.hidden) {
            document.getElementById("filters").reset();
            row.body.hidden = false;
        }
        if (isClosed(row)) {
            toggle(row);
        }
        row.button.scrollIntoView({block: "center"});
        row.button.focus();
    }
}
