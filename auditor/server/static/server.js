// What the page asks of its server.

async function asked(path, options) {
  const answer = await fetch(path, { method: "POST", ...options });
  if (answer.ok) return answer;
  const text = await answer.text();
  let message = text;
  try { message = JSON.parse(text).error; } catch { /* a line of text */ }
  const error = new Error(message || `the server answered ${answer.status}`);
  error.isBusy = answer.status === 503;
  throw error;
}

async function posted(path, body) {
  const headers = { "Content-Type": "application/json" };
  return (await asked(path, { headers, body: JSON.stringify(body) })).json();
}

export const check = (article) => posted("/page/check", article);
export const names = (article) => posted("/page/names", article);

export async function open(file) {
  const body = new FormData();
  body.append("file", file, file.name);
  return (await asked("/page/open", { body })).json();
}

export async function saved(file, text) {
  const body = new FormData();
  body.append("file", file, file.name);
  body.append("text", new Blob([text]), "text");
  return (await asked("/page/save", { body })).blob();
}
