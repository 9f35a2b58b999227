// The page: keeps the article, asks for findings as it changes, does what the editor decides.

import {
  applied, confidenceOf, difference, editOf, editsOf, grouped, guessedFormat, moved, sameFinding, sameKind, severityOf,
} from "./edits.js";
import * as server from "./server.js";
import { drawFindings, drawKinds, drawMirror, drawNames, drawVerdict } from "./views.js";

// Suggestions may uncover others; more rounds than this would mean that two undo each other.
const ROUNDS = 10;
// Typing that goes on within this many milliseconds is one step to undo, and one to announce.
const STEP = 800;
// What comes at once and is longer than this was pasted: its format can be told.
const PASTED = 40;
const LEAST = { low: 0, medium: 1, high: 2 };

const at = Object.fromEntries([...document.querySelectorAll("[id]")].map((node) => [node.id, node]));
const main = document.querySelector("main");

let article = { text: "", findings: [], refused: [] };
let current = null;
let file = null;
let lastTyped = 0;
let hasChosen = false;
let isKept = true;
const undone = [];
const done = [];

// What is shown

const shown = () => article.findings.filter((finding) =>
  !article.refused.some((refused) => sameKind(refused, finding)) &&
  (!at.kind.value || at.kind.value === `category:${finding.category}` || at.kind.value === `rule:${finding.rule}`) &&
  severityOf(finding) >= Number(at.severity.value) &&
  confidenceOf(finding) >= (at.confidence.value === "high" ? LEAST.high : LEAST.low));

function draw() {
  const visible = shown();
  const focus = focused();
  if (!visible.includes(current)) current = visible.find((f) => current && sameFinding(f, current)) ?? null;
  drawMirror(at.mirror, article.text, visible, current);
  drawFindings(at.findings, grouped(visible), current, { show, accept, refuse });
  drawKinds(at.kind, article.findings);
  refocus(focus);
  const hidden = article.refused.length;
  at.count.textContent = visible.length ? `(${visible.length})` : "";
  at.restore.hidden = !hidden;
  at.restore.textContent = `Show ${hidden} refused again`;
  const count = editsOf(visible).length;
  at["accept-all"].disabled = !count;
  at["accept-all"].textContent = count ? `Accept all ${count} shown` : "Accept all shown";
  at.undo.disabled = !done.length;
  at.redo.disabled = !undone.length;
}

// Where the keyboard is in the list, so that drawing it anew does not lose the place.
function focused() {
  const item = document.activeElement.closest?.("#findings li");
  if (!item) return null;
  const button = [...item.querySelectorAll("button")].indexOf(document.activeElement);
  return { finding: item.group[0], index: [...at.findings.children].indexOf(item), button };
}

function refocus(focus) {
  if (!focus) return;
  const items = [...at.findings.children];
  const same = items.findIndex((item) => item.group.some((finding) => sameFinding(finding, focus.finding)));
  const item = items[same >= 0 ? same : Math.min(focus.index, items.length - 1)];
  if (!item) at["findings-title"].focus();
  else item.querySelectorAll("button")[same >= 0 ? focus.button : 0].focus();
}

let saying = 0;
function say(text, rest = 0) {
  clearTimeout(saying);
  saying = setTimeout(() => { at.said.textContent = text; }, rest);
}

// Asking the server

let asking = false;
let again = false;

const request = () => ({
  text: article.text,
  filename: file ? file.name : at.format.value,
  settings: at.confidence.value === "low" ? { "min-confidence": "low" } : {},
});

async function check() {
  main.dataset.state = "stale";
  if (asking) { again = true; return; }
  asking = true;
  try {
    do {
      again = false;
      await checkOnce();
    } while (again);
    main.dataset.state = "fresh";
  } catch (error) {
    main.dataset.state = "failed";
    say(error.message);
    if (error.isBusy) setTimeout(check, 1000);
  } finally {
    asking = false;
  }
}

async function checkOnce() {
  const asked = request();
  const answer = await server.check(asked);
  if (asked.text !== article.text) { again = true; return; }
  article.findings = answer.findings;
  drawVerdict(at, answer.verdict);
  draw();
  say(`${answer.findings.length} findings in ${answer.words} words.`, STEP);
  nameSoon();
}

let naming = 0;
function nameSoon() {
  clearTimeout(naming);
  naming = setTimeout(async () => {
    try {
      drawNames(at.names.tBodies[0], await server.names(request()), (row) => select(row.from, row.to));
    } catch { /* the next check says what is wrong */ }
  }, STEP);
}

// Changing the article

function step(kept = article) {
  done.push({ text: kept.text, refused: kept.refused });
  undone.length = 0;
  isKept = false;
}

function change(edits) {
  article = {
    text: applied(article.text, edits),
    findings: moved(article.findings, edits),
    refused: article.refused,
  };
}

function typed() {
  const text = at.text.value;
  if (text === article.text) return;
  const now = Date.now();
  if (now - lastTyped > STEP) step();
  if (!file && !hasChosen && text.length - article.text.length > PASTED) at.format.value = guessedFormat(text);
  lastTyped = now;
  change([difference(article.text, text)]);
  draw();
  check();
}

function put(edits) {
  change(edits);
  const { selectionStart } = at.text;
  at.text.value = article.text;
  at.text.setSelectionRange(selectionStart, selectionStart);
  lastTyped = 0;
}

function accept(group, number = 0) {
  const edits = group.map((finding) => editOf(finding, number)).filter(Boolean);
  if (!edits.length) return;
  step();
  put(edits);
  follow(edits[0].from);
  const times = edits.length > 1 ? `, ${edits.length} times` : "";
  say(`${group[0].text} is now ${edits[0].put || "gone"}${times}.`);
  check();
}

function refuse(finding) {
  step();
  article = { ...article, refused: [...article.refused, finding] };
  follow(finding.from);
  say(`${finding.text} is left as it is, wherever it stands.`);
}

// The finding behind the one just decided comes next.
function follow(place) {
  current = shown().find((finding) => finding.from >= place) ?? shown().at(-1) ?? null;
  draw();
}

async function acceptAll() {
  step();
  const seen = new Set([article.text]);
  let count = 0;
  at["accept-all"].disabled = true;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = editsOf(shown());
    const text = applied(article.text, edits);
    if (!edits.length || seen.has(text)) break;
    seen.add(text);
    count += edits.length;
    put(edits);
    draw();
    await settled();
  }
  say(`${count} suggestions accepted.`);
}

async function settled() {
  await check();
  while (asking) await new Promise((resolve) => { setTimeout(resolve, 20); });
}

function travel(from, to) {
  const state = from.pop();
  if (!state) return;
  to.push({ text: article.text, refused: article.refused });
  const edit = difference(article.text, state.text);
  change([edit]);
  article.refused = state.refused;
  at.text.value = article.text;
  at.text.setSelectionRange(edit.from + edit.put.length, edit.from + edit.put.length);
  lastTyped = 0;
  draw();
  check();
}

const undo = () => travel(done, undone);
const redo = () => travel(undone, done);

// Moving about

function select(from, to) {
  at.text.focus({ preventScroll: true });
  at.text.setSelectionRange(from, to);
  reveal();
}

function reveal() {
  at.mirror.querySelector("mark.current")?.scrollIntoView({ block: "nearest" });
}

// Of words that stand several times each click shows the next place.
function show(group) {
  const place = group.findIndex((finding) => current && sameFinding(finding, current));
  current = group[(place + 1) % group.length];
  draw();
  select(current.from, current.to);
}

function visit(finding) {
  if (!finding) return;
  current = finding;
  draw();
  const item = itemOf(finding);
  item?.querySelector(".go").focus();
  item?.scrollIntoView({ block: "nearest" });
  reveal();
}

const itemOf = (finding) => [...at.findings.children].find((node) => node.group.includes(finding));

function neighbour(direction) {
  const visible = shown();
  const item = document.activeElement.closest?.("#findings li");
  if (item) return (direction > 0 ? item.nextElementSibling : item.previousElementSibling)?.group[0];
  const place = at.text.selectionStart;
  if (direction > 0) return visible.find((finding) => finding.to > place) ?? visible[0];
  return visible.findLast((finding) => finding.from < place) ?? visible.at(-1);
}

function atCaret() {
  const place = at.text.selectionStart;
  const found = shown().find((finding) => finding.from <= place && place <= finding.to) ?? null;
  if (found === current || document.activeElement !== at.text) return;
  current = found;
  draw();
  itemOf(found)?.scrollIntoView({ block: "nearest" });
}

// Files

async function openFile(chosen) {
  if (!chosen) return;
  try {
    const opened = await server.open(chosen);
    step();
    isKept = true;
    file = chosen;
    at.format.disabled = true;
    at.filename.textContent = `(${opened.filename})`;
    article = { text: opened.text, findings: [], refused: [] };
    at.text.value = article.text;
    at.text.setSelectionRange(0, 0);
    say(opened.warning || `${opened.filename} is open.`);
    draw();
    await check();
  } catch (error) {
    say(error.message);
  }
  at.file.value = "";
}

async function download() {
  try {
    const data = file ? await server.saved(file, article.text) : new Blob([article.text]);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(data);
    link.download = file ? file.name : at.format.value;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isKept = true;
    say(`${link.download} is saved.`);
  } catch (error) {
    say(error.message);
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(article.text);
    isKept = true;
    say("The text is copied.");
  } catch {
    at.text.select();
    say("The browser does not let the page copy; the text is selected.");
  }
}

// Keys

function onKey(event) {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.key === "F8") visit(neighbour(event.shiftKey ? -1 : 1));
  else if (control && key === "z") (event.shiftKey ? redo : undo)();
  else if (control && key === "y") redo();
  else return;
  event.preventDefault();
}

function onListKey(event) {
  const item = event.target.closest("li");
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "arrowdown" || key === "j") visit(neighbour(1));
  else if (key === "arrowup" || key === "k") visit(neighbour(-1));
  else if (key === "a") accept(item.group);
  else if (/^[1-9]$/.test(key)) accept(item.group, Number(key) - 1);
  else if (key === "r" || key === "delete") refuse(item.group[0]);
  else if (key === "escape") select(item.group[0].from, item.group[0].to);
  else return;
  event.preventDefault();
}

function onDrop(event) {
  event.preventDefault();
  openFile(event.dataTransfer.files[0]);
}

at.text.addEventListener("input", typed);
at.text.addEventListener("beforeinput", (event) => {
  if (!event.inputType.startsWith("history")) return;
  event.preventDefault();
  (event.inputType === "historyUndo" ? undo : redo)();
});
document.addEventListener("selectionchange", atCaret);
document.addEventListener("keydown", onKey);
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", onDrop);
at.findings.addEventListener("keydown", onListKey);
at.file.addEventListener("change", () => openFile(at.file.files[0]));
at.format.addEventListener("change", () => { hasChosen = true; check(); });
at.kind.addEventListener("change", draw);
at.severity.addEventListener("change", draw);
at.confidence.addEventListener("change", () => { draw(); check(); });
at.undo.addEventListener("click", undo);
at.redo.addEventListener("click", redo);
at.copy.addEventListener("click", copy);
at.download.addEventListener("click", download);
at["accept-all"].addEventListener("click", acceptAll);
at.restore.addEventListener("click", () => { step(); article = { ...article, refused: [] }; draw(); });

// Work that was neither downloaded nor copied is not lost without a question.
addEventListener("beforeunload", (event) => { if (article.text && !isKept) event.preventDefault(); });

// A browser that goes back to the page fills the field in again.
if (at.text.value) typed();
