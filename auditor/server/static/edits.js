// Findings and edits as values: nothing here knows of the page.

const CONFIDENCE = ["low", "medium", "high"];
const SEVERITY = ["neutral", "minor", "major", "critical"];

export const severityOf = (finding) => SEVERITY.indexOf(finding.severity);
export const confidenceOf = (finding) => CONFIDENCE.indexOf(finding.confidence);

// What tells a finding from others of its kind while the text around it changes.
export const sameFinding = (a, b) =>
  a.rule === b.rule && a.from === b.from && a.to === b.to && a.text === b.text;

// Findings that say the same of the same words are decided together.
export const sameKind = (a, b) => a.rule === b.rule && a.text === b.text;

const advice = (finding) => JSON.stringify([finding.message, finding.suggestions.map((s) => s.put)]);

// Findings in groups of one advice on the same words, each where its first stands.
export function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.text}\n${advice(finding)}`;
    if (groups.has(key)) groups.get(key).push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

// What a pasted text looks like: the file name that says so.
export function guessedFormat(text) {
  const start = text.slice(0, 20000).trimStart();
  if (/^<(!doctype|html|head|body|article|section|div|p|h[1-6]|!--)[\s>!-]/i.test(start)) return "article.html";
  if (/^---\r?\n[\s\S]*?\n---\r?\n/.test(start) && /^[\w-]+:/m.test(start)) return "article.md";
  if (/^#{1,6} \S/m.test(start) || /\]\(https?:\/\//.test(start)) return "article.md";
  return "article.txt";
}

// The edit that a suggestion asks for; null if it cannot be written at its place.
export function editOf(finding, number = 0) {
  const suggestion = finding.suggestions[number];
  if (!suggestion || suggestion.put === null || suggestion.put === finding.text) return null;
  return { from: finding.from, to: finding.to, put: suggestion.put };
}

// The surer goes first, then the graver, then the longer, as on the command line.
function byUrgency(a, b) {
  return confidenceOf(b) - confidenceOf(a) || severityOf(b) - severityOf(a) ||
    (b.end - b.start) - (a.end - a.start) || a.start - b.start;
}

// First suggestions of findings, none overlapping another, in order of place.
export function editsOf(findings) {
  const chosen = [];
  for (const finding of [...findings].sort(byUrgency)) {
    const edit = editOf(finding);
    if (edit && !chosen.some((other) => other.from < edit.to && edit.from < other.to)) chosen.push(edit);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

export function applied(text, edits) {
  let made = "", reached = 0;
  for (const edit of edits) {
    made += text.slice(reached, edit.from) + edit.put;
    reached = edit.to;
  }
  return made + text.slice(reached);
}

// The one edit that leads from a text to another: what lies between common beginning and end.
export function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, put: after.slice(from, after.length - same) };
}

// Findings after edits: moved with the text, those that an edit touched left out.
export function moved(findings, edits) {
  const kept = [];
  for (const finding of findings) {
    let shift = 0, touched = false;
    for (const edit of edits) {
      if (edit.to <= finding.from) shift += edit.put.length - (edit.to - edit.from);
      else if (edit.from < finding.to) touched = true;
    }
    if (!touched) kept.push({ ...finding, from: finding.from + shift, to: finding.to + shift });
  }
  return kept;
}
