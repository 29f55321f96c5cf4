"use strict";
// The drawing: vis-network with the places given, labels of our own, filters and highlights.

const nodes = new vis.DataSet(drawn.nodes);
const edges = new vis.DataSet(drawn.edges);
const sizeOf = new Map(drawn.nodes.map((node) => [node.id, node.size]));
const ranked = drawn.nodes.map((node) => node.id);
ranked.sort((a, b) => actors[b].strength - actors[a].strength || actors[b].weight - actors[a].weight || a - b);
const beside = new Map(ranked.map((number) => [number, new Set()]));
for (const edge of drawn.edges) {
  beside.get(edge.from).add(edge.to);
  beside.get(edge.to).add(edge.from);
}

const hiddenGroups = new Set();
const hiddenRelations = new Set();
const picture = { network: null, chosen: [], hovered: null, alone: false, looks: new Map() };
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 1020px)");

function startPicture() {
  const many = drawn.nodes.length > 1000;
  const keyboard = { enabled: true, bindToWindow: false, speed: { x: 12, y: 12, zoom: 0.03 } };
  const interaction = { ...drawn.options.interaction, keyboard, hideEdgesOnDrag: many, hideEdgesOnZoom: many };
  picture.network = new vis.Network(byId("canvas"), { nodes, edges }, { ...drawn.options, interaction });
  const { network } = picture;
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ pointer }) => clicked(pointer.DOM));
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", ({ edge, event }) => showHint(edges.get(edge), event));
  network.on("blurEdge", hideHint);
  network.on("dragStart", hideHint);
  byId("fit").addEventListener("click", fitAll);
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  sayOnCanvas();
  fitAll(false);
}

function sayOnCanvas() {
  const frame = byId("canvas").firstElementChild;
  if (!frame) return;
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", say("drawing"));
}

const isSaid = (number) => !hiddenRelations.has(facts[number].relation);

/** In the drawing, of a kind that is shown, and in a relation that is shown, unless it has none or was asked for. */
const isShown = (number) =>
  sizeOf.has(number) && !hiddenGroups.has(actors[number].group) &&
  (actors[number].linked ? picture.chosen.includes(number) || !hiddenRelations.size || factsOf[number].some(isSaid) : picture.alone);

const isEdgeShown = (edge) => isShown(edge.from) && isShown(edge.to) && edge.facts.some(isSaid);

const motion = (animated) => (animated && !calm.matches ? { duration: 350, easingFunction: "easeInOutCubic" } : false);

function fitAll(animated = true) {
  const shown = ranked.filter(isShown);
  if (shown.length) picture.network.moveTo({ ...framed(shown, 1.6), animation: motion(animated) });
}

/** Where to look, and from how near, to see some actors and their names. */
function framed(numbers, nearest) {
  const places = Object.values(picture.network.getPositions(numbers));
  const [left, right] = extent(places.map(({ x }) => x));
  const [top, bottom] = extent(places.map(({ y }) => y));
  const { clientWidth, clientHeight } = byId("canvas");
  const [beside, below] = narrow.matches ? [70, 130] : [140, 110]; // room for names and buttons
  const scale = Math.min((clientWidth - beside) / (right - left + 1), (clientHeight - below) / (bottom - top + 1), nearest);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.03) };
}

/** The least and the greatest; there are too many numbers for the arguments of `Math.min`. */
const extent = (numbers) => numbers.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, -Infinity]);

function zoom(factor) {
  const scale = Math.min(Math.max(picture.network.getScale() * factor, 0.05), 6);
  picture.network.moveTo({ scale, animation: motion(true) });
}

/** Look at what is chosen and what is beside it; if that is scattered too far, at what is chosen alone. */
function lookAt(numbers) {
  const there = numbers.filter(isShown);
  if (!there.length) return;
  const around = there.length === 1 ? [...there, ...[...beside.get(there[0])].filter(isShown)] : there;
  const wide = framed(around, 1.1);
  const view = wide.scale < 0.35 ? { ...framed(there, 1.1), scale: there.length === 1 ? 0.5 : wide.scale } : wide;
  picture.network.moveTo({ ...view, animation: motion(true) });
}

function clicked(point) {
  const { network } = picture;
  const node = network.getNodeAt(point);
  hideHint();
  if (node !== undefined) return choose([node], { look: false });
  const edge = edges.get(network.getEdgeAt(point) ?? -1);
  return choose(edge ? [edge.from, edge.to] : [], { look: false });
}

/** Give every node and edge the look that filters and choice ask for; only what changes is drawn anew. */
function refreshPicture() {
  if (!picture.network) return;
  const { chosen, network } = picture;
  const lit = new Set(chosen);
  if (chosen.length === 1) for (const other of beside.get(chosen[0]) ?? []) lit.add(other);
  const pair = chosen.length === 2;
  const bright = ({ from, to }) => (pair ? chosen.includes(from) && chosen.includes(to) : chosen.includes(from) || chosen.includes(to));
  const dim = chosen.length > 0 && chosen.some(isShown);
  nodes.update(changes("node", ranked, (id) => ({ id, hidden: !isShown(id), opacity: dim && !lit.has(id) ? 0.12 : 1 })));
  edges.update(changes("edge", drawn.edges, (edge) => {
    const faint = dim && !bright(edge);
    const color = faint ? "#ECEFF1" : dim ? "#44515E" : "#8593A0";
    return { id: edge.id, hidden: !isEdgeShown(edge), color: { color, hover: "#1F2933", highlight: "#1F2933" } };
  }));
  picture.lit = dim ? lit : null;
  picture.bright = dim ? drawn.edges.filter(bright) : [];
  network.unselectAll();
  const there = chosen.filter(isShown);
  if (there.length) network.selectNodes(there, false);
}

function changes(what, items, lookOf) {
  const changed = [];
  for (const item of items) {
    const look = lookOf(item);
    const key = what + look.id;
    const text = JSON.stringify(look);
    if (picture.looks.get(key) !== text) changed.push(look);
    picture.looks.set(key, text);
  }
  return changed;
}

function hover(node) {
  picture.hovered = node;
  byId("canvas").style.cursor = node === null ? "" : "pointer";
  picture.network.redraw();
}

function showHint(edge, { clientX, clientY }) {
  const hint = byId("hint");
  const [first, ...others] = edge.facts.filter(isSaid).map((number) => facts[number]);
  hint.textContent = inWords(first) + (others.length ? ` (+${others.length})` : "");
  hint.hidden = false;
  const frame = byId("stage").getBoundingClientRect();
  const left = Math.min(clientX - frame.left + 14, frame.width - hint.offsetWidth - 8);
  hint.style.transform = `translate(${Math.max(left, 8)}px, ${clientY - frame.top + 16}px)`;
  byId("canvas").style.cursor = "pointer";
}

function hideHint() {
  byId("hint").hidden = true;
  byId("canvas").style.cursor = "";
}

const inWords = (fact) => `${nameOf(fact.from)} – ${shortly(fact)} – ${nameOf(fact.to)}`;
