"use strict";
// Names in the drawing, as on a map: the stronger go first, and none covers another; zooming in makes room for more.

const labels = { cache: new Map(), language: null };
const PLACE_OF_A_LABEL = 9000; // square pixels of the canvas for each name, or they would be soup
const MOST_EDGES_UNDER = 1000; // above it, what is chosen is drawn over the other lines
const MOST_OBSTACLES = 800; // above it, names may lie on the shapes of other actors

function drawLabels(context) {
  const { network, chosen, hovered, lit } = picture;
  if (labels.language !== language) labels.cache.clear();
  labels.language = language;
  const scale = network.getScale();
  const place = network.getPositions();
  const canvas = byId("canvas");
  const low = network.DOMtoCanvas({ x: 0, y: 0 });
  const high = network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
  const inView = (number) => {
    if (!place[number]) return false; // vis-network draws once before it knows its nodes
    const { x, y } = place[number];
    return x > low.x && x < high.x && y > low.y && y < high.y && isShown(number);
  };
  const first = [...chosen, hovered].filter((number) => number !== null && sizeOf.has(number));
  const order = [...new Set([...first, ...ranked.filter((number) => !lit || lit.has(number))])].filter(inView);
  const taken = [];
  const obstacles = ranked.length > MOST_OBSTACLES ? [] : ranked.filter(inView).map((number) => disc(number, place[number]));
  context.save();
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "top";
  if (drawn.edges.length > MOST_EDGES_UNDER) drawBright(context, place);
  const most = Math.max((canvas.clientWidth * canvas.clientHeight) / PLACE_OF_A_LABEL, first.length);
  for (const number of order) {
    if (taken.length >= most) break;
    drawName(context, number, { at: place[number], scale, low, high, taken, obstacles, always: first.includes(number) });
  }
  drawRelations(context, place, { scale, taken });
  context.restore();
}

function drawName(context, number, { at, scale, low, high, taken, obstacles, always }) {
  const { lines, width, size } = wrapped(context, number);
  const [wide, tall] = [width / scale, (lines.length * size * 1.2) / scale];
  const reach = sizeOf.get(number) + 4 / scale;
  const spots = [[at.x, at.y + reach], [at.x, at.y - reach - tall], [at.x + reach + wide / 2, at.y - tall / 2], [at.x - reach - wide / 2, at.y - tall / 2]];
  let best = null;
  for (const [x, y] of spots) {
    const box = { left: x - wide / 2, right: x + wide / 2, top: y, bottom: y + tall, x, y };
    if (taken.some((other) => overlap(box, other))) continue;
    const out = box.left < low.x || box.right > high.x || box.top < low.y || box.bottom > high.y;
    const hidden = obstacles.filter((other) => other.number !== number && overlap(box, other)).length + (out ? 4 : 0);
    if (!best || hidden < best.hidden) best = { box, hidden };
    if (!hidden) break;
  }
  if (!best && !always) return;
  const [x, y] = best ? [best.box.x, best.box.y] : spots[0];
  taken.push(best ? best.box : { left: x - wide / 2, right: x + wide / 2, top: y, bottom: y + tall });
  write(context, lines, { x, y, size, scale, weight: fontWeight(number) });
}

/** The place that the shape of an actor takes. */
function disc(number, { x, y }) {
  const radius = sizeOf.get(number);
  return { number, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** The lines of what is chosen once more, so that the faint ones do not lie over them. */
function drawBright(context, place) {
  context.strokeStyle = "#44515E";
  for (const edge of (picture.bright ?? []).filter(isEdgeShown)) {
    const [from, to] = [place[edge.from], place[edge.to]];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ahead, back] = [sizeOf.get(edge.from) / length, 1 - (sizeOf.get(edge.to) + 3 * edge.width) / length];
    if (ahead >= back) continue;
    context.lineWidth = edge.width;
    context.setLineDash(edge.dashes ?? []);
    context.beginPath();
    context.moveTo(from.x + (to.x - from.x) * ahead, from.y + (to.y - from.y) * ahead);
    context.lineTo(from.x + (to.x - from.x) * back, from.y + (to.y - from.y) * back);
    context.stroke();
  }
  context.setLineDash([]);
}

/** What is chosen says along its lines how it is related, where there is room. */
function drawRelations(context, place, { scale, taken }) {
  if (!picture.bright || picture.bright.length > 16) return;
  for (const edge of picture.bright.filter(isEdgeShown)) {
    const [from, to] = [place[edge.from], place[edge.to]];
    const some = edge.facts.filter(isSaid);
    const words = shortly(facts[some[0]]) + (some.length > 1 ? " +" + (some.length - 1) : "");
    context.font = font(11, 400, scale);
    const half = context.measureText(words).width / 2;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2 - 7 / scale];
    const box = { left: x - half, right: x + half, top: y, bottom: y + 14 / scale };
    if (Math.hypot(from.x - to.x, from.y - to.y) < half * 2 || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    write(context, [words], { x, y, size: 11, scale, weight: 400, color: "#52606D" });
  }
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const strong = Math.max(5, ranked.length > 15 ? actors[ranked[15]].strength : 0);
const fontWeight = (number) => (actors[number].strength >= strong || picture.chosen.includes(number) ? 600 : 400);
const font = (size, weight, scale) => `${weight} ${size / scale}px system-ui, -apple-system, "Segoe UI", sans-serif`;

function write(context, lines, { x, y, size, scale, weight, color = "#1F2933" }) {
  context.font = font(size, weight, scale);
  context.lineWidth = 3.5 / scale;
  context.strokeStyle = "rgba(251, 251, 249, .92)";
  context.fillStyle = color;
  lines.forEach((line, row) => {
    const top = y + (row * size * 1.2) / scale;
    context.strokeText(line, x, top);
    context.fillText(line, x, top);
  });
}

/** A name in at most two lines, its width and size on the screen. */
function wrapped(context, number) {
  const weight = fontWeight(number);
  const key = number + "/" + weight;
  if (!labels.cache.has(key)) {
    const size = Math.round(11 + Math.min(Math.sqrt(actors[number].strength), 4));
    const lines = inTwo(nameOf(number));
    context.font = font(size, weight, 1);
    const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 6;
    labels.cache.set(key, { lines, width, size });
  }
  return labels.cache.get(key);
}

function inTwo(name) {
  const shortened = (text) => (text.length > 30 ? text.slice(0, 28).trimEnd() + "…" : text);
  if (name.length <= 20) return [name];
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
  if (!spaces.length) return [shortened(name)];
  const middle = Math.min(name.length / 2, 24);
  const cut = spaces.reduce((best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best));
  return [shortened(name.slice(0, cut)), shortened(name.slice(cut + 1))];
}
