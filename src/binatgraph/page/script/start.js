"use strict";
// What the reader has chosen is in the address, so that it can be kept, sent, and taken back; everything follows from it.

const view = { name: "drawing" };

/** Choose an actor, two that are joined, or nothing. */
function choose(numbers, { look = true, focus = false } = {}) {
  follow(numbers, { look, focus });
  const hash = numbers.map((number) => address(actors[number].id)).join("&");
  if (hash === location.hash.slice(1)) return;
  if (hash) location.hash = hash;
  else clearAddress();
}

const address = (id) => id.split("/").map(encodeURIComponent).join("/");

function clearAddress() {
  try {
    history.pushState(null, "", location.pathname + location.search);
  } catch {
    location.hash = ""; // in a frame of a notebook, which has no address of its own
  }
}

function chosenInAddress() {
  try {
    const numbers = location.hash.slice(1).split("&").map((part) => numberOf.get(decodeURIComponent(part)));
    return numbers.length <= 2 && numbers.every((number) => number !== undefined) ? numbers : [];
  } catch {
    return []; // not an address of ours
  }
}

/** The reader went back or forth, or changed the address. */
function readAddress() {
  const numbers = chosenInAddress();
  if (numbers.join() !== picture.chosen.join()) follow(numbers);
}

function follow(numbers, { look = true, focus = false } = {}) {
  picture.chosen = numbers;
  for (const number of numbers) hiddenGroups.delete(actors[number].group);
  if (narrow.matches && numbers.length) byId("legend").open = false;
  refreshPicture();
  showLegend();
  showPanel();
  if (look && picture.network && view.name === "drawing") lookAt(numbers);
  if (focus && numbers.length) byId("panel").focus();
}

function showLegend() {
  const shown = known.groups.map((group) => [group.id, actors.filter((actor) => actor.group === group.id).length]);
  const items = shown.filter(([, n]) => n).map(([id, n]) => toggler(id, n, { hidden: hiddenGroups, words: say("groups." + id), picture: glyph(id) }));
  refill("kinds", items, hiddenGroups);
  showRelations();
}

function showRelations() {
  const items = Object.keys(known.words.en.relations).map((id) => [id, facts.filter((fact) => fact.relation === id).length]);
  refill("relations", items.filter(([, n]) => n).map(([id, n]) => toggler(id, n, { hidden: hiddenRelations, words: say("relations." + id) })), hiddenRelations);
}

/** A line of the legend: press it to hide or show what it names. */
function toggler(id, n, { hidden, words, picture: sign = null }) {
  const onclick = () => toggle(hidden, id);
  const attributes = { type: "button", "aria-pressed": String(!hidden.has(id)), "data-id": id, title: say("legend_hint"), onclick };
  return element("li", {}, element("button", attributes, sign, element("span", {}, words), badge(n)));
}

/** Fill a list of the legend anew, and keep the focus where it was. */
function refill(place, items, hidden) {
  const at = byId(place).contains(document.activeElement) ? document.activeElement.dataset.id : null;
  const all = element("li", {}, element("button", { type: "button", class: "link", onclick: () => toggle(hidden, null) }, say("show_all")));
  byId(place).replaceChildren(...items, ...(hidden.size ? [all] : []));
  if (at) [...byId(place).querySelectorAll("button")].find((button) => button.dataset.id === at)?.focus();
}

function toggle(hidden, id) {
  if (id === null) hidden.clear();
  else if (!hidden.delete(id)) hidden.add(id);
  refreshPicture();
  showLegend();
}

function showView(name) {
  view.name = name;
  for (const each of ["drawing", "list"]) byId("view-" + each).setAttribute("aria-pressed", String(each === name));
  byId("picture").hidden = name !== "drawing";
  byId("list").hidden = name !== "list";
  if (name === "list") showList();
}

/** Say everything in the language of the page. */
function speak(chosen) {
  language = chosen;
  document.documentElement.lang = language;
  document.querySelectorAll("[data-say]").forEach((place) => { place.textContent = say(place.dataset.say); });
  document.querySelectorAll("[data-label]").forEach((place) => { place.setAttribute("aria-label", say(place.dataset.label)); place.title = say(place.dataset.label); });
  document.querySelectorAll("[data-language]").forEach((place) => { place.setAttribute("aria-pressed", String(place.dataset.language === language)); });
  byId("search").placeholder = say("search_hint");
  byId("search").setAttribute("aria-label", say("search"));
  byId("summary").textContent = say("summary", { actors: count(actors.length), links: count(facts.length), documents: count(documents.length) });
  showNotice();
  sayOnCanvas();
  showLegend();
  showPanel();
  if (view.name === "list") showList();
  picture.network?.redraw();
}

function showNotice() {
  const linked = actors.filter((actor) => actor.linked).length;
  const alone = drawn.nodes.filter((node) => node.hidden).length;
  const many = linked > known.most ? say("many", { most: count(known.most), all: count(linked) }) : "";
  const notice = actors.length === 0 ? say("empty") : linked === 0 ? say("no_links") : many;
  byId("notice").textContent = notice;
  byId("notice").hidden = !notice;
  byId("notice").classList.toggle("alone", linked === 0);
  for (const place of [byId("legend"), document.querySelector(".zoom")]) place.hidden = actors.length === 0;
  byId("alone").hidden = alone === 0;
  byId("alone").querySelector("span").textContent = say("unlinked", { n: count(alone) });
}

document.body.classList.remove("no-script");
if (narrow.matches) byId("legend").open = false;
speak(language);
if (actors.length) startPicture(); // now that the words around it have taken their room
startSearch();
follow(chosenInAddress());

window.addEventListener("hashchange", readAddress);
window.addEventListener("popstate", readAddress);
window.addEventListener("keydown", (event) => { if (event.key === "Escape" && picture.chosen.length && document.activeElement !== byId("search")) choose([], { look: false }); });
document.querySelectorAll("[data-language]").forEach((place) => place.addEventListener("click", () => speak(place.dataset.language)));
byId("view-drawing").addEventListener("click", () => showView("drawing"));
byId("view-list").addEventListener("click", () => showView("list"));
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); showView("list"); byId("list").focus(); });
byId("unlinked").addEventListener("change", (event) => { picture.alone = event.target.checked; refreshPicture(); fitAll(); });
