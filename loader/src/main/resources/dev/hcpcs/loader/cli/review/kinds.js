/** A code of which CMS corrected an added or termination date and nothing more; it counts as no kind. */
const REDATED = "redated";

/** What each kind means of a code, in the words of the project's page on changes. */
const MEANINGS = {
    added: "is new: in no earlier release that is loaded",
    terminated: "got a termination date",
    reactivated: "is active again in the same life",
    reused: "stands for something else, in a new life",
    withdrawn: "is gone without ever being terminated",
    returned: "is back, after a release without it",
    dropped: "was terminated before and is gone: CMS tidied up",
    changed: "says something else; it may be terminated, reactivated or reused besides",
    silent: "is changed, and CMS did not move its action effective date on",
    redated: "has a corrected added or termination date, and nothing more"
};

const KINDS = Object.keys(DATA.counts);

function kindTitle(kind) {
    return kind === REDATED ? "dates corrected" : kind;
}

/** The kinds by which a change is found, silent not among them. */
function kindsOf(change) {
    return change.kinds.length === 0 ? [REDATED] : change.kinds;
}

/** The name of a kind in its colour. */
function badge(kind) {
    return element("span", {class: `badge ${kind}`}, kindTitle(kind));
}
