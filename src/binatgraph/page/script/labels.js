"use strict";
// Names in the drawing, as on a map: the stronger go first, and none covers another; zooming in makes room for more.

const labels = { cache: new Map(), language: null };
const MOST_LABELS = 160;

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
  context.save();
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const number of order) {
    if (taken.length >= MOST_LABELS) break;
    drawName(context, number, { at: place[number], scale, taken, always: first.includes(number) });
  }
  drawRelations(context, place, { scale, taken });
  context.restore();
}

function drawName(context, number, { at, scale, taken, always }) {
  const { lines, width, size } = wrapped(context, number);
  const top = at.y + sizeOf.get(number) + 4 / scale;
  const box = { left: at.x - width / 2 / scale, right: at.x + width / 2 / scale, top, bottom: top + (lines.length * size * 1.2) / scale };
  if (!always && taken.some((other) => overlap(box, other))) return;
  taken.push(box);
  write(context, lines, { x: at.x, y: top, size, scale, weight: fontWeight(number) });
}

/** What is chosen says along its lines how it is related, where there is room. */
function drawRelations(context, place, { scale, taken }) {
  if (!picture.bright || picture.bright.length > 16) return;
  for (const edge of picture.bright.filter((one) => isShown(one.from) && isShown(one.to))) {
    const [from, to] = [place[edge.from], place[edge.to]];
    const words = say("relations." + facts[edge.facts[0]].relation) + (edge.facts.length > 1 ? " +" + (edge.facts.length - 1) : "");
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
const fontWeight = (number) => (actors[number].strength >= 8 || picture.chosen.includes(number) ? 600 : 400);
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
    const size = Math.round(11 + Math.min(Math.sqrt(actors[number].strength) * 1.2, 6));
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
