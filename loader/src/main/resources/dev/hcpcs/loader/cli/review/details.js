/** All that the page tells of one code: what changed, the record, and the history. */
function details(change) {
    return element("div", {class: "details"}, ...changedFields(change), recordDisclosure(change), ...history(change));
}

/** Empty where only one of the two releases carries the code. */
function changedFields(change) {
    return change.fields.length === 0 ? []
        : [fieldTable("Changed fields", change.fields, DATA.from.quarter, DATA.to.quarter)];
}

function recordDisclosure(change) {
    const disclosure = element("details", {}, element("summary", {}, `The whole record in ${change.recordOf}`),
        recordTable(`${change.code} in ${change.recordOf}`, change.record));
    disclosure.open = change.fields.length === 0;
    return disclosure;
}

function history(change) {
    const {periods, versions} = change.history;
    const loaded = `${DATA.loaded[0].quarter} to ${DATA.loaded[DATA.loaded.length - 1].quarter}`;
    return [
        element("h3", {}, `History of ${change.code}`),
        element("p", {class: "note"}, `As the ${count(DATA.loaded.length, "loaded release")} tell it, ${loaded}.`),
        timeline(change),
        element("h4", {}, "When it existed"),
        element("ul", {}, ...periods.map(period => element("li", {}, periodInWords(period)))),
        element("h4", {}, "Versions"),
        element("ol", {}, ...versions.map(version => element("li", {}, ...versionInWords(version))))
    ];
}

function periodInWords(period) {
    const during = period.during === "ACTIVE" ? "active"
        : "indeterminate: terminated and reactivated at a time that no loaded release tells";
    const days = period.end ? `${period.start} to ${period.end}` : `${period.start} on`;
    const after = period.end ? `, then ${period.after.toLowerCase()}` : "";
    return `${days}: ${during}${after}${period.life > 1 ? ` (life ${period.life}: the code was reused)` : ""}`;
}

function versionInWords(version) {
    const basis = version.basis === "STATED" ? "date stated by CMS" : "changed without a stated date";
    const confirmed = version.confirmedFrom <= version.confirmedTo
        ? `; confirmed ${version.confirmedFrom} to ${version.confirmedTo}` : "";
    const words = `From ${version.start}, ${basis}. Carried by ${version.releases.join(", ")}${confirmed}.`;
    return version.fields.length === 0 ? [words, element("p", {class: "said"}, version.longDescription)]
        : [words, fieldTable("What differs from the version before", version.fields, "Until then", `From ${version.start}`)];
}
