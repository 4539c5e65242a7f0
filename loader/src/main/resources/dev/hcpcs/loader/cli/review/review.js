/** What the page is about; then everything on it. */
function showTitle() {
    const {from, to, known} = DATA;
    const title = `HCPCS changes ${from.quarter} to ${to.quarter}`;
    document.title = title;
    document.getElementById("title").textContent = title;
    document.getElementById("sources").textContent = `${from.name} compared with ${to.name}. Codes that differ: `
        + `${grouped(DATA.changes.length)}.`;
    document.getElementById("known").textContent = known.length === 0
        ? "No earlier release is loaded, so a code that CMS brings back or reuses may count as added."
        : `Known before: ${known.map(release => release.quarter).join(", ")}.`;
}

showTitle();
showCharts();
showReconciliation();
showTable();
