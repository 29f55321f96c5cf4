"use strict";
// What the page knows, the words it says it in, and the one way by which text reaches the document: textContent.

const known = JSON.parse(document.getElementById("known").textContent);
const drawn = JSON.parse(document.getElementById("drawn").textContent);
const { actors, facts, documents } = known;
let language = known.language;

const byId = (id) => document.getElementById(id);
const groupOf = new Map(known.groups.map((group) => [group.id, group]));
const numberOf = new Map(actors.map((actor, number) => [actor.id, number]));

const factsOf = actors.map(() => []);
facts.forEach((fact, number) => {
  factsOf[fact.from].push(number);
  if (fact.to !== fact.from) factsOf[fact.to].push(number);
});

/** A word of the interface: `say("found", { n: 3 })`, `say("relations.metWith")`. */
function say(key, values = {}) {
  const found = key.split(".").reduce((words, part) => words[part], known.words[language]);
  return found.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

const nameOf = (number) => actors[number].label[language];
const count = (n) => new Intl.NumberFormat(language).format(n);

/** An element with attributes, listeners (`onclick`) and children; strings become text, never markup. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** A date as people write it: `2024-03-18` becomes "18 March 2024"; what is no date stays as it is. */
function dateInWords(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
  const day = new Date(date + "T00:00:00Z");
  if (Number.isNaN(day.getTime())) return date;
  const parts = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, parts).format(day);
}

/** The name of a country by its ISO 3166-1 code; an unknown code stays as it is. */
function countryName(code) {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code);
  } catch {
    return code;
  }
}

/** Text without accents, case and punctuation: what two spellings of a name share. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Put what `make` makes of items into a place, so many at a time, with a button for more. */
function inSteps(place, items, step, make) {
  const more = element("button", { type: "button", class: "more", onclick: () => fill() });
  let done = 0;
  const fill = () => {
    place.append(...items.slice(done, done + step).map(make));
    done = Math.min(done + step, items.length);
    more.hidden = done === items.length;
    more.textContent = say("more", { n: count(Math.min(items.length - done, step)) });
  };
  fill();
  return [place, more];
}

/** The office in the words of the documents, most certain first, each once; nothing where there is none. */
function rolesOf(fact) {
  return [...new Map(fact.evidence.filter((one) => one.role).map((one) => [plain(one.role), one.role])).values()].slice(0, 3);
}

/** What a fact says between its two ends, short enough for a line: "office: Governor", "planned: signed". */
function shortly(fact) {
  const roles = rolesOf(fact);
  const words = roles.length ? say("office", { role: roles[0] }) : say("relations." + fact.relation);
  return fact.modality === "Asserted" || fact.modality === "Reported" ? words : `${say("modality." + fact.modality)}: ${words}`;
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  dot: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
  square: "M2.5 2.5h11v11h-11z",
  diamond: "M8 1l7 7l-7 7l-7-7z",
  triangle: "M8 1.5l7 12.5H1z",
  triangleDown: "M8 14.5l7-12.5H1z",
  hexagon: "M4.5 2h7l3.5 6l-3.5 6h-7l-3.5-6z",
  star: "M8 .8l2.1 4.7l5.1.5l-3.8 3.4l1.1 5l-4.5-2.6l-4.5 2.6l1.1-5L.8 6l5.1-.5z",
};

/** The shape of a group, small, for legend, search and panel; it says nothing that words do not. */
function glyph(group) {
  const { shape, color, line } = groupOf.get(group);
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", OUTLINES[shape]);
  path.setAttribute("fill", color);
  path.setAttribute("stroke", line);
  svg.append(path);
  return svg;
}
