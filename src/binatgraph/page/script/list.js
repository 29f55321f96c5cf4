"use strict";
// The same network as two tables, for readers who would rather read, or cannot see a drawing.

const ROWS = 100;

function showList() {
  const order = actors.map((_, number) => number).sort((a, b) => actors[b].strength - actors[a].strength || nameOf(a).localeCompare(nameOf(b), language));
  const strongest = [...facts].sort((a, b) => b.weight - a.weight);
  byId("list").replaceChildren(
    table("list_all", ["name", "kind", "degree"], order, (number) => [actorButton(number), say("kinds." + actors[number].kind), count(actors[number].strength)]),
    table("list_facts", ["from", "relation", "to", "evidence"], strongest, (fact) => [actorButton(fact.from), relationCell(fact), actorButton(fact.to), evidenceCell(fact)]),
  );
}

const relationCell = (fact) => [say("relations." + fact.relation), roles(fact), modality(fact.modality)];

function evidenceCell(fact) {
  const onclick = () => choose([fact.from, fact.to], { focus: true });
  const words = fact.evidence.length === 1 ? say("sentence") : say("sentences", { n: count(fact.evidence.length) });
  return element("button", { type: "button", class: "link", onclick }, words);
}

function table(title, columns, items, cells) {
  const row = (item) => {
    const [first, ...others] = cells(item);
    return element("tr", {}, element("th", { scope: "row" }, first), others.map((cell) => element("td", {}, cell)));
  };
  const [body, more] = inSteps(element("tbody"), items, ROWS, row);
  const head = element("thead", {}, element("tr", {}, columns.map((key) => element("th", { scope: "col" }, say(key)))));
  return element("section", {}, element("h2", {}, say(title), " ", badge(items.length)), element("table", {}, head, body), more);
}
