"use strict";

/** What the page shows; ReviewJson describes it. */
const DATA = JSON.parse(document.getElementById("data").textContent);

/** Makes an HTML element. Children are elements or texts; a text is never read as markup. */
function element(name, attributes, ...children) {
    return filled(document.createElement(name), attributes, children);
}

/** Makes an SVG element, likewise. */
function drawing(name, attributes, ...children) {
    return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(made, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
}

/** A text that only screen readers tell. */
function unseen(text) {
    return element("span", {class: "unseen"}, text);
}

/** For example "1 code" and "1,204 codes". */
function count(number, noun) {
    return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** For example "1,204". */
function grouped(number) {
    return number.toLocaleString("en-US");
}
