"use strict";
// The panel: an actor with its offices and relations, or two actors with what joins them; every fact with its sentences.

const OPEN_AT_ONCE = 6;
const ENTRIES = 40;

function showPanel() {
  const { chosen } = picture;
  const content = chosen.length === 0 ? welcome() : chosen.length === 1 ? actorPanel(chosen[0]) : pairPanel(chosen);
  byId("panel").replaceChildren(...content);
  byId("panel").classList.toggle("welcome", chosen.length === 0);
  byId("panel").scrollTop = 0;
}

function welcome() {
  const best = ranked.filter((number) => actors[number].linked).slice(0, 8);
  return [
    element("h2", {}, say("welcome")),
    element("ul", { class: "how" }, ["how_click", "how_edge", "how_search", "how_move"].map((key) => element("li", {}, say(key)))),
    best.length ? element("h3", {}, say("start_with")) : null,
    element("ul", { class: "people" }, best.map((number) => element("li", {}, actorButton(number), badge(actors[number].strength)))),
    element("p", { class: "fine" }, say("made_with")),
  ].filter(Boolean);
}

function actorButton(number) {
  const onclick = () => choose([number]);
  return element("button", { type: "button", class: "actor", onclick }, glyph(actors[number].group), element("span", {}, nameOf(number)));
}

const badge = (n) => element("span", { class: "badge" }, count(n));

function closing() {
  const onclick = () => choose([]);
  return element("button", { type: "button", class: "close", "aria-label": say("close"), title: say("close"), onclick }, "×");
}

function actorPanel(number) {
  const actor = actors[number];
  const others = actor.names.filter(([text], i, all) => text !== nameOf(number) && all.findIndex(([same]) => same === text) === i);
  const all = factsOf[number].map((index) => facts[index]);
  const offices = all.filter((fact) => fact.relation === "holdsRole" && fact.from === number);
  const holders = all.filter((fact) => fact.relation === "holdsRole" && fact.from !== number);
  const rest = all.filter((fact) => fact.relation !== "holdsRole");
  const open = all.length <= OPEN_AT_ONCE;
  return [
    closing(),
    element("p", { class: "kind" }, glyph(actor.group), say("kinds." + actor.kind)),
    element("h2", {}, nameOf(number)),
    element("dl", {}, term("also_known", others.map(([text, of]) => element("span", { lang: of === "und" ? null : of }, text))),
      term("belongs_to", actor.countries.map(countryName)),
      term("identifiers", actor.identifiers.map(([scheme, value]) => `${scheme} ${value}`))),
    isShown(number) || !all.length ? null : element("p", { class: "fine" }, say("not_drawn")),
    all.length ? null : element("p", {}, say("no_relations")),
    section(say("offices"), offices, number, open),
    ...byRelation(rest, number, open),
    section(say("office_holders"), holders, number, open),
  ].filter(Boolean);
}

function term(key, values) {
  if (!values.length) return null;
  return element("div", {}, element("dt", {}, say(key)), values.map((value) => element("dd", {}, value)));
}

/** A section for every relation and direction, in the order of the words. */
function byRelation(some, number, open) {
  const sections = [];
  for (const relation of Object.keys(known.words[language].relations)) {
    const same = some.filter((fact) => fact.relation === relation);
    const symmetric = say("relations." + relation) === say("inverse." + relation);
    const ahead = same.filter((fact) => symmetric || fact.from === number);
    sections.push(section(say("relations." + relation), ahead, number, open));
    sections.push(section(say("inverse." + relation), same.filter((fact) => !ahead.includes(fact)), number, open));
  }
  return sections;
}

function section(title, some, number, open) {
  if (!some.length) return null;
  const sorted = [...some].sort((a, b) => b.weight - a.weight || nameOf(other(a, number)).localeCompare(nameOf(other(b, number)), language));
  const entry = (fact) => factEntry(fact, open, element("p", { class: "who" }, roles(fact), actorButton(other(fact, number))));
  return element("section", {}, element("h3", {}, title, " ", badge(some.length)), inSteps(element("div"), sorted, ENTRIES, entry));
}

const other = (fact, number) => (fact.from === number ? fact.to : fact.from);

function roles(fact) {
  const found = rolesOf(fact);
  return found.length ? element("span", { class: "role" }, found.join(" · ")) : null;
}

function pairPanel([one, two]) {
  const between = factsOf[one].map((index) => facts[index]).filter((fact) => other(fact, one) === two);
  const said = (fact) => [actorButton(fact.from), element("span", { class: "verb" }, say("relations." + fact.relation)), actorButton(fact.to)];
  return [
    closing(),
    element("p", { class: "kind" }, say("relations_between")),
    element("h2", {}, nameOf(one), " – ", nameOf(two)),
    ...between.map((fact) => element("section", {}, factEntry(fact, true, element("p", { class: "sentence" }, said(fact)), roles(fact)))),
  ];
}

function factEntry(fact, open, ...head) {
  const n = fact.evidence.length;
  const documentsWords = fact.weight === 1 ? say("in_document") : say("in_documents", { n: count(fact.weight) });
  const summary = element("summary", {}, `${n === 1 ? say("sentence") : say("sentences", { n: count(n) })} ${documentsWords}`);
  const names = [fact.from, fact.to].flatMap((number) => [...Object.values(actors[number].label), ...actors[number].names.map(([text]) => text)]);
  const cut = fact.said > n ? element("p", { class: "fine" }, say("more_sentences", { n, all: count(fact.said) })) : null;
  const sentences = () => [...fact.evidence.map((one) => quoted(one, names)), ...(cut ? [cut] : [])];
  const ontoggle = ({ target }) => { if (target.open && target.childElementCount === 1) target.append(...sentences()); };
  return element("div", { class: "fact" }, ...head, modality(fact.modality),
    n ? element("details", { open, ontoggle }, summary, open ? sentences() : []) : null);
}

/** How sure the documents are, where they do not simply say so. */
function modality(name) {
  return name === "Asserted" ? null : element("p", { class: "modality " + name.toLowerCase() }, say("modality." + name));
}

function quoted(one, names) {
  const { title, source, published } = documents[one.in];
  const about = [published ? dateInWords(published) : say("date_unknown"), say("modality." + one.modality), say("confidence", { n: Math.round(one.confidence * 100) })];
  return element("figure", {},
    element("blockquote", {}, marked(one.quote, names)),
    element("figcaption", {}, element("cite", {}, title ?? linked(source)), title ? element("span", { class: "source" }, linked(source)) : null,
      element("span", { class: "about" }, about.join(" · "))));
}

/** Where a document lies: a web address can be followed, everything else is only said. */
function linked(source) {
  if (!/^https?:\/\/[^\s]+$/i.test(source)) return source;
  return element("a", { href: source, target: "_blank", rel: "noopener noreferrer" }, source);
}

/** A sentence with the names of both ends set apart. */
function marked(quote, names) {
  const escaped = [...new Set(names)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!escaped.length) return [quote];
  const parts = quote.split(new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu"));
  return parts.map((part, index) => (index % 2 ? element("b", {}, part) : part));
}
