// The page's parts drawn from values. Texts go in as text, never as markup.

import { severityOf } from "./edits.js";

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
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

export function drawFindings(list, findings, current, act) {
  list.replaceChildren(...findings.map((finding) => card(finding, finding === current, act)));
}

function card(finding, isCurrent, act) {
  const { severity, category, confidence, line, message, rule } = finding;
  const go = element("button", { type: "button", className: "go", textContent: quoted(finding.text) });
  go.addEventListener("click", () => act.show(finding));
  const level = element("span", { className: "level", textContent: severity });
  const levels = element("p", { className: "levels" }, level,
    ` · ${category} · ${confidence} confidence · line ${line} · ${rule}`);
  const refuse = element("button", { type: "button", className: "refuse", textContent: "Refuse" });
  refuse.setAttribute("aria-label", `Refuse: leave ${quoted(finding.text)} as it is`);
  refuse.addEventListener("click", () => act.refuse(finding));
  const actions = element("div", { className: "actions" }, ...suggestions(finding, act), refuse);
  const item = element("li", { className: severity }, go, levels, element("p", { textContent: message }), actions);
  item.classList.toggle("current", isCurrent);
  item.finding = finding;
  return item;
}

function suggestions(finding, act) {
  return finding.suggestions.slice(0, 9).map((suggestion, number) => {
    const text = suggestion.text || "(nothing)";
    if (suggestion.put === null) return element("span", { className: "hint", textContent: `print ${text}` });
    const button = element("button", { type: "button", className: "accept", textContent: text, title: suggestion.reason });
    button.setAttribute("aria-label", `Accept: print ${text} for ${quoted(finding.text)}`);
    button.addEventListener("click", () => act.accept(finding, number));
    return button;
  });
}

export function drawVerdict(parts, verdict) {
  parts.verdict.textContent = verdict.text;
  parts.origins.replaceChildren(...verdict.origins.map(({ name, share }) => {
    const meter = element("meter", { min: 0, max: 1, value: share });
    const percent = `${Math.round(100 * share)} %`;
    meter.setAttribute("aria-label", `${name}: ${percent}`);
    return element("li", {}, name, meter, percent);
  }));
  const reasons = [];
  if (verdict.reasons.length) reasons.push(`Because of ${verdict.reasons.join(", ")}.`);
  if (verdict.phrases.length) reasons.push(`It reads so in ${verdict.phrases.map(quoted).join(", ")}.`);
  parts.reasons.textContent = reasons.join(" ");
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

export function drawCategories(select, findings) {
  const chosen = select.value;
  const categories = [...new Set(findings.map((f) => f.category)), ...(chosen ? [chosen] : [])];
  const options = [...new Set(categories)].sort().map((name) => {
    const count = findings.filter((f) => f.category === name).length;
    return element("option", { value: name, textContent: `${name} (${count})` });
  });
  select.replaceChildren(element("option", { value: "", textContent: "all" }), ...options);
  select.value = chosen;
}
