// The page's parts drawn from values. Texts go in as text, never as markup.

import { severityOf } from "./edits.js";

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Words of other languages stand between asterisks in a message.
const EMPHASIS = /(?<![\p{L}\p{N}_*])\*(\S(?:[^*]*[^\s*])?)\*(?![\p{L}\p{N}_*])/u;

function emphasised(message) {
  return message.split(EMPHASIS).map((part, number) => (number % 2 ? element("em", { textContent: part }) : part));
}

const quoted = (text) => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;

// The text under the text field, with marks where findings stand.
export function drawMirror(mirror, text, findings, current) {
  const cuts = new Set([0, text.length]);
  for (const finding of findings) cuts.add(finding.from).add(finding.to);
  const places = [...cuts].sort((a, b) => a - b);
  const parts = [];
  for (let index = 0; index + 1 < places.length; index += 1) {
    const part = text.slice(places[index], places[index + 1]);
    const over = findings.filter((f) => f.from <= places[index] && places[index + 1] <= f.to);
    parts.push(over.length ? marked(part, over, current) : part);
  }
  mirror.replaceChildren(...parts, "\n");
}

function marked(part, over, current) {
  const gravest = over.reduce((a, b) => (severityOf(b) > severityOf(a) ? b : a));
  const mark = element("mark", { className: gravest.severity, textContent: part });
  mark.classList.toggle("current", over.includes(current));
  return mark;
}

export function drawFindings(list, groups, current, act) {
  list.replaceChildren(...groups.map((group) => card(group, group.includes(current), act)));
}

function card(group, isCurrent, act) {
  const [finding] = group;
  const { severity, category, confidence, message, rule } = finding;
  const go = element("button", { type: "button", className: "go", textContent: quoted(finding.text) });
  go.addEventListener("click", () => act.show(group));
  const level = element("span", { className: "level", textContent: severity });
  const levels = element("p", { className: "levels" }, level,
    ` · ${category} · ${confidence} confidence · ${lines(group)} · ${rule}`);
  const refuse = element("button", { type: "button", className: "refuse", textContent: "Refuse" });
  refuse.setAttribute("aria-label", `Refuse: leave ${quoted(finding.text)} as it is`);
  refuse.addEventListener("click", () => act.refuse(finding));
  const actions = element("div", { className: "actions" }, ...suggestions(group, act), refuse);
  const head = group.length > 1 ? [go, element("span", { className: "times", textContent: `${group.length} times` })] : [go];
  const item = element("li", { className: severity }, ...head, levels, element("p", {}, ...emphasised(message)), actions);
  item.classList.toggle("current", isCurrent);
  item.group = group;
  return item;
}

function lines(group) {
  const named = [...new Set(group.map((finding) => finding.line))];
  return `${named.length > 1 ? "lines" : "line"} ${named.slice(0, 6).join(", ")}${named.length > 6 ? " …" : ""}`;
}

function suggestions(group, act) {
  const [finding] = group;
  const places = group.length > 1 ? `, ${group.length} times` : "";
  return finding.suggestions.slice(0, 9).map((suggestion, number) => {
    const text = suggestion.text || "(nothing)";
    if (suggestion.put === null) return element("span", { className: "hint", textContent: `print ${text}` });
    const button = element("button", { type: "button", className: "accept", textContent: text, title: suggestion.reason });
    button.setAttribute("aria-label", `Accept: print ${text} for ${quoted(finding.text)}${places}`);
    button.addEventListener("click", () => act.accept(group, number));
    return button;
  });
}

export function drawVerdict(parts, verdict) {
  parts.verdict.textContent = verdict.text;
  parts.origins.replaceChildren(...verdict.origins.map(({ name, share }) => {
    const meter = element("meter", { min: 0, max: 1, value: share });
    const percent = `${Math.round(100 * share)}%`;
    meter.setAttribute("aria-label", `${name}: ${percent}`);
    return element("li", {}, name, meter, percent);
  }));
  const reasons = [...verdict.reasons];
  if (verdict.phrases.length) reasons.push(`Its wording: ${verdict.phrases.map(quoted).join(", ")}`);
  parts.reasons.replaceChildren(...reasons.map((reason) => element("li", { textContent: reason })));
  parts.why.hidden = !reasons.length;
}

export function drawNames(body, rows, show) {
  body.replaceChildren(...rows.map((row) => {
    const go = element("button", { type: "button", className: "go", textContent: row.known ? row.name : "(not listed)" });
    go.setAttribute("aria-label", `Show ${row.name} in the text`);
    go.addEventListener("click", () => show(row));
    const about = [row.about, row.native].filter(Boolean).join(" · ");
    return element("tr", {}, element("td", {}, go), element("td", {}, ...spellings(row)), element("td", { textContent: about }));
  }));
}

function spellings(row) {
  return row.spellings.flatMap(({ text, count }, number) => {
    const isWrong = row.wrong.includes(text);
    const shown = element("span", { className: isWrong ? "wrong" : row.known ? "right" : "", textContent: text });
    const remark = `${isWrong ? " (not the form to print)" : ""}${count > 1 ? ` ×${count}` : ""}`;
    return [number ? ", " : "", shown, remark];
  });
}

export function drawKinds(select, findings) {
  const chosen = select.value;
  select.replaceChildren(
    element("option", { value: "", textContent: "all" }),
    element("optgroup", { label: "Categories" }, ...kinds(findings, "category", chosen)),
    element("optgroup", { label: "Rules" }, ...kinds(findings, "rule", chosen)),
  );
  select.value = chosen;
}

// What is chosen stays in the list when its last finding is gone.
function kinds(findings, key, chosen) {
  const names = new Set(findings.map((finding) => finding[key]));
  if (chosen.startsWith(`${key}:`)) names.add(chosen.slice(key.length + 1));
  return [...names].sort().map((name) => {
    const count = findings.filter((finding) => finding[key] === name).length;
    return element("option", { value: `${key}:${name}`, textContent: `${name} (${count})` });
  });
}
