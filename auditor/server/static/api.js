// The list of addresses, drawn from the description that machines read.

import { element } from "./views.js";

const description = await (await fetch("/openapi.json")).json();
const sections = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const title = element("h2", { textContent: `${method.toUpperCase()} ${path}` });
    const about = element("p", { textContent: [operation.summary, operation.description].filter(Boolean).join(". ") });
    const body = operation.requestBody;
    const shape = body ? [element("pre", { tabIndex: 0, textContent: JSON.stringify(body.content, null, 2) })] : [];
    return element("section", {}, title, about, ...shape);
  }));
const article = element("pre", { tabIndex: 0, textContent: JSON.stringify(description.components.schemas.Article, null, 2) });
document.getElementById("paths").append(...sections, element("h2", { textContent: "Article" }), article);
