/**
 * A code's history drawn on a line of time: when it existed, what its attributes were, and which releases carry it. The list
 * beside it (history in details.js) says the same in words.
 */

const DAY = 24 * 60 * 60 * 1000;
const WIDTH = 860;
/** Left of the time itself stand the lanes' names. */
const FIRST = 96;
const LAST = WIDTH - 16;
const LANES = {axis: 16, existed: 32, versions: 66, releases: 112, compared: 136};
const HEIGHT = 152;
const BAR = 20;

function timeline(change) {
    const {periods, versions, releases} = change.history;
    const starts = [...periods, ...versions, ...DATA.loaded].map(dated => Date.parse(dated.start));
    const ends = [...periods.filter(period => period.end).map(period => period.end), ...DATA.loaded.map(release => release.end)];
    const from = Math.min(...starts);
    const to = Math.max(...starts, ...ends.map(end => Date.parse(end))) + 90 * DAY;
    const x = day => FIRST + (LAST - FIRST) * (day - from) / (to - from);
    const drawn = drawing("svg", {class: "timeline", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img",
        "aria-label": `Timeline of ${change.code}; the lists below say the same`});
    drawn.append(...axis(from, to, x), ...comparedReleases(x), ...existed(periods, x), ...attributes(versions, x),
        ...loadedReleases(releases, x));
    return element("figure", {},
        element("div", {class: "scroll", tabindex: "0", role: "group", "aria-label": `Timeline of ${change.code}`}, drawn),
        element("figcaption", {}, "Filled: the loaded releases confirm it. Hollow: assumed. A dot is a loaded release; a hollow"
            + " one does not carry the code. An arrow: no end is known."));
}

function axis(from, to, x) {
    const first = new Date(from).getUTCFullYear();
    const last = new Date(to).getUTCFullYear();
    const step = [1, 2, 5, 10].find(years => (last - first) / years <= 14) ?? 20;
    const drawn = [];
    for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
        const at = x(Date.UTC(year, 0, 1));
        if (at >= FIRST && at <= LAST) {
            drawn.push(line(at, LANES.axis + 4, at, LANES.releases + BAR / 2, "grid"), text(at, LANES.axis, "middle", year));
        }
    }
    return drawn;
}

/** The two compared releases, as lines through everything; their names keep apart where they are close. */
function comparedReleases(x) {
    const older = x(Date.parse(releaseOf(DATA.from.quarter).start));
    const newer = x(Date.parse(releaseOf(DATA.to.quarter).start));
    const close = newer - older < 150;
    return [[older, DATA.from.quarter, close ? "end" : "middle"], [newer, DATA.to.quarter, close ? "start" : "middle"]]
        .flatMap(([at, quarter, anchor]) => [line(at, LANES.axis + 4, at, LANES.compared - 12, "compared"),
            text(Math.max(FIRST, Math.min(at, LAST - (anchor === "start" ? 60 : 0))), LANES.compared + 4, anchor, quarter)]);
}

function existed(periods, x) {
    const drawn = [laneTitle(LANES.existed, "Existed")];
    for (const period of periods) {
        const start = x(Date.parse(period.start));
        const end = period.end ? x(Date.parse(period.end) + DAY) : LAST - 8;
        drawn.push(box(start, end, LANES.existed, period.during === "ACTIVE" ? "active" : "indeterminate"));
        if (!period.end) {
            const middle = LANES.existed + BAR / 2;
            drawn.push(drawing("path", {class: "active", d: `M${LAST - 8} ${LANES.existed}L${LAST} ${middle}L${LAST - 8} `
                + `${LANES.existed + BAR}z`}));
        }
    }
    return drawn;
}

function attributes(versions, x) {
    const drawn = [laneTitle(LANES.versions, "Versions")];
    versions.forEach((version, i) => {
        const start = x(Date.parse(version.start));
        const end = i + 1 < versions.length ? x(Date.parse(versions[i + 1].start)) : LAST;
        drawn.push(box(start, end, LANES.versions, "assumed"));
        const confirmedTo = Math.min(x(Date.parse(version.confirmedTo) + DAY), end);
        if (version.confirmedFrom <= version.confirmedTo) {
            drawn.push(box(x(Date.parse(version.confirmedFrom)), confirmedTo, LANES.versions, "confirmed"));
        }
        drawn.push(text((start + end) / 2, LANES.versions + BAR + 14, "middle", i + 1));
    });
    return drawn;
}

function loadedReleases(carrying, x) {
    return [laneTitle(LANES.releases - BAR / 2, "Releases"), ...DATA.loaded.map(release => drawing("circle", {
        class: carrying.includes(release.quarter) ? "carries" : "lacks", cx: x(Date.parse(release.start)), cy: LANES.releases,
        r: 5}))];
}

function releaseOf(quarter) {
    return DATA.loaded.find(release => release.quarter === quarter);
}

function laneTitle(top, title) {
    return text(0, top + BAR / 2 + 4, "start", title);
}

function text(at, y, anchor, words) {
    return drawing("text", {x: at, y, "text-anchor": anchor}, `${words}`);
}

function line(x1, y1, x2, y2, style) {
    return drawing("line", {x1, y1, x2, y2, class: style});
}

/** However short, it is seen. */
function box(start, end, top, style) {
    return drawing("rect", {x: start, y: top, width: Math.max(end - start, 2), height: BAR, class: style});
}
