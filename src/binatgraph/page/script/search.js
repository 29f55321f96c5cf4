"use strict";
// Search by name: without accents and case, other names too; a list of suggestions that the keyboard reaches.

const MOST_FOUND = 8;
const spellings = actors.map((actor) => [...new Set([...Object.values(actor.label), ...actor.names.map(([text]) => text)])].map((text) => ({ text, key: plain(text) })));
const searching = { found: [], active: -1 };

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", suggest);
  input.addEventListener("focus", suggest);
  input.addEventListener("blur", () => setTimeout(closeSuggestions, 150));
  input.addEventListener("keydown", searchKey);
}

/** The actors that a text finds, best first, then the stronger. */
function find(text) {
  const wanted = plain(text);
  if (!wanted) return [];
  const words = wanted.split(" ").map((word) => " " + word);
  const hits = [];
  spellings.forEach((names, number) => {
    let best = null;
    for (const { text: name, key } of names) {
      const rank = fitness(key, wanted, words);
      if (rank !== null && (!best || rank < best.rank)) best = { number, rank, name };
    }
    if (best) hits.push(best);
  });
  return hits.sort((a, b) => a.rank - b.rank || actors[b.number].strength - actors[a.number].strength || a.number - b.number);
}

/** 0: the name; 1: it begins so; 2: a word of it does; 3: every word wanted begins one of its words; 4: somewhere in it. */
function fitness(key, wanted, words) {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  const spaced = " " + key;
  if (spaced.includes(" " + wanted)) return 2;
  if (words.every((word) => spaced.includes(word))) return 3;
  return key.includes(wanted) ? 4 : null;
}

function suggest() {
  const input = byId("search");
  const all = find(input.value);
  searching.found = all.slice(0, MOST_FOUND);
  searching.active = searching.found.length ? 0 : -1;
  const asked = input.value.trim() !== "";
  const options = searching.found.map((hit, index) => option(hit, index));
  byId("found").replaceChildren(...(asked && !options.length ? [element("li", { class: "nobody", role: "presentation" }, say("nothing_found"))] : options));
  byId("found").hidden = !asked;
  byId("count").textContent = !asked ? "" : all.length ? say("found", { n: count(all.length) }) : say("nothing_found");
  input.setAttribute("aria-expanded", String(options.length > 0));
  markActive();
}

function option({ number, name }, index) {
  const also = plain(name) === plain(nameOf(number)) ? null : element("small", {}, say("also_called", { name }));
  const onmousedown = (event) => { event.preventDefault(); take(index); };
  return element("li", { role: "option", id: "found-" + index, onmousedown }, glyph(actors[number].group),
    element("span", {}, nameOf(number), also), element("small", { class: "kind" }, say("kinds." + actors[number].kind)));
}

function markActive() {
  byId("found").querySelectorAll("[role=option]").forEach((item, index) => item.setAttribute("aria-selected", String(index === searching.active)));
  const id = searching.active < 0 ? "" : "found-" + searching.active;
  byId("search").setAttribute("aria-activedescendant", id);
  if (id) byId(id).scrollIntoView({ block: "nearest" });
}

function searchKey(event) {
  const n = searching.found.length;
  if (event.key === "ArrowDown" && n) searching.active = (searching.active + 1) % n;
  else if (event.key === "ArrowUp" && n) searching.active = (searching.active + n - 1) % n;
  else if (event.key === "Enter" && n) return take(searching.active);
  else if (event.key === "Escape") return closeSuggestions();
  else return undefined;
  event.preventDefault();
  return markActive();
}

function take(index) {
  const { number } = searching.found[index];
  byId("search").value = "";
  closeSuggestions();
  showView("drawing");
  choose([number], { focus: true });
}

function closeSuggestions() {
  searching.found = [];
  searching.active = -1;
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}
