"use strict";
// What the reader has chosen is in the address, so that it can be kept, sent, and taken back; everything follows from it.

const view = { name: "drawing", look: true, focus: false };

/** Choose an actor, two that are joined, or nothing. */
function choose(numbers, { look = true, focus = false } = {}) {
  const hash = numbers.map((number) => address(actors[number].id)).join("&");
  Object.assign(view, { look, focus });
  if (hash === location.hash.slice(1)) follow();
  else if (hash) location.hash = hash;
  else {
    history.pushState(null, "", location.pathname + location.search);
    follow();
  }
}

const address = (id) => id.split("/").map(encodeURIComponent).join("/");

function chosenInAddress() {
  try {
    const numbers = location.hash.slice(1).split("&").map((part) => numberOf.get(decodeURIComponent(part)));
    return numbers.length <= 2 && numbers.every((number) => number !== undefined) ? numbers : [];
  } catch {
    return []; // not an address of ours
  }
}

function follow() {
  picture.chosen = chosenInAddress();
  for (const number of picture.chosen) hiddenGroups.delete(actors[number].group);
  refreshPicture();
  showLegend();
  showPanel();
  if (view.look && picture.network && view.name === "drawing") lookAt(picture.chosen);
  if (view.focus && picture.chosen.length) byId("panel").focus();
  Object.assign(view, { look: true, focus: false });
}

function showLegend() {
  const shown = known.groups.map((group) => [group.id, actors.filter((actor) => actor.group === group.id).length]);
  const items = shown.filter(([, n]) => n).map(([id, n]) => {
    const attributes = { type: "button", "aria-pressed": String(!hiddenGroups.has(id)), "data-group": id, onclick: () => toggle(id) };
    return element("li", {}, element("button", attributes, glyph(id), element("span", {}, say("groups." + id)), badge(n)));
  });
  const all = element("button", { type: "button", class: "link", onclick: () => toggle(null) }, say("show_all"));
  const at = document.activeElement?.dataset?.group;
  byId("kinds").replaceChildren(...items, ...(hiddenGroups.size ? [element("li", {}, all)] : []));
  if (at) byId("kinds").querySelector(`[data-group="${at}"]`)?.focus();
}

function toggle(id) {
  if (id === null) hiddenGroups.clear();
  else if (!hiddenGroups.delete(id)) hiddenGroups.add(id);
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
  byId("alone").hidden = alone === 0;
  byId("alone").querySelector("span").textContent = say("unlinked", { n: count(alone) });
}

document.body.classList.remove("no-script");
if (narrow.matches) byId("legend").open = false;
if (actors.length) startPicture();
startSearch();
speak(language);
follow();

window.addEventListener("hashchange", follow);
window.addEventListener("popstate", () => { if (!location.hash) follow(); });
window.addEventListener("keydown", (event) => { if (event.key === "Escape" && picture.chosen.length && document.activeElement !== byId("search")) choose([], { look: false }); });
document.querySelectorAll("[data-language]").forEach((place) => place.addEventListener("click", () => speak(place.dataset.language)));
byId("view-drawing").addEventListener("click", () => showView("drawing"));
byId("view-list").addEventListener("click", () => showView("list"));
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); showView("list"); byId("list").focus(); });
byId("unlinked").addEventListener("change", (event) => { picture.alone = event.target.checked; refreshPicture(); fitAll(); });
