// The script of every page: search, ages that count on, and the neighbours of a task in the graph. All of a page is there
// without it. It is no module, since a browser loads none from a file; and it makes no markup out of text.
(() => {
  const byId = (id) => document.getElementById(id);

  // As src/app/site/ages.ts has it.
  const ageWords = (ms) => {
    const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
    if (ms < minute) return "just now";
    if (ms < hour) return `${Math.floor(ms / minute)} min ago`;
    if (ms < 2 * day) return `${Math.floor(ms / hour)} h ago`;
    return `${Math.floor(ms / day)} d ago`;
  };
  const countOn = () => {
    for (const time of document.querySelectorAll("time[datetime]"))
      time.textContent = ageWords(Date.now() - Date.parse(time.dateTime));
  };
  countOn();
  setInterval(countOn, 60_000);

  const wordsOf = (text) =>
    text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
  const fits = (text, words) => words.every((word) => text.includes(word));

  const index = byId("index") ? JSON.parse(byId("index").textContent) : undefined;
  const texts = new Map();
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, (element.dataset.text ?? element.textContent).toLowerCase());
    return texts.get(element);
  };

  const mostResults = 50;
  /** Lists the tasks of all contexts that have the words in their names. @returns how many there are */
  const listTasks = (words) => {
    const [section, list] = [byId("results"), byId("results").querySelector("ul")];
    list.replaceChildren();
    let found = 0;
    for (const [place, folder, tasks] of words.length === 0 ? [] : index)
      for (const [at, name] of tasks.entries()) {
        if (!fits(`${place} ${name}`.toLowerCase(), words) || !words.some((word) => name.toLowerCase().includes(word)))
          continue;
        if (++found > mostResults) continue;
        const [item, link] = [document.createElement("li"), document.createElement("a")];
        link.href = `${folder}index.html#task-${at}`;
        link.textContent = name;
        item.append(link, ` in ${place}`);
        list.append(item);
      }
    section.hidden = found === 0;
    return found;
  };

  const search = (text) => {
    const words = wordsOf(text);
    const rows = document.querySelectorAll("[data-row], .card");
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(textOf(row), words);
      if (!row.hidden) shown++;
    }
    for (const node of document.querySelectorAll(".graph [data-node]")) {
      const row = byId(`task-${node.dataset.node}`);
      node.classList.toggle("far", row?.hidden === true);
    }
    for (const part of document.querySelectorAll(".project")) {
      const cards = [...part.querySelectorAll(".card")];
      part.hidden = cards.every((card) => card.hidden);
      for (const fold of part.querySelectorAll("details"))
        if (words.length > 0) fold.open = [...fold.querySelectorAll(".card")].some((card) => !card.hidden);
    }
    const tasks = index && byId("results") ? listTasks(words) : 0;
    const more = tasks > mostResults ? `, the first ${mostResults} of them listed` : "";
    const what = index ? `${shown} contexts, ${tasks} tasks${more}` : `${shown} of ${rows.length} entries`;
    byId("found").textContent = words.length === 0 ? "" : what;
  };

  const field = byId("search");
  field.closest("search").hidden = false;
  field.addEventListener("input", () => search(field.value));
  if (field.value !== "") search(field.value);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement === field && field.value !== "") {
      field.value = "";
      search("");
    }
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });

  // Where a link leads to must not be hidden.
  addEventListener("hashchange", () => {
    const target = byId(location.hash.slice(1));
    if (!target?.hidden) return;
    field.value = "";
    search("");
    target.scrollIntoView();
  });

  const mark = (node, on) => {
    const at = node.dataset.node;
    const graph = node.closest("svg");
    for (const edge of graph.querySelectorAll(`path[data-from="${at}"], path[data-to="${at}"]`)) {
      edge.classList.toggle("near", on);
      const other = edge.dataset.from === at ? edge.dataset.to : edge.dataset.from;
      graph.querySelector(`[data-node="${other}"]`)?.classList.toggle("near", on);
    }
  };
  for (const node of document.querySelectorAll(".graph [data-node]")) {
    for (const type of ["pointerenter", "focus"]) node.addEventListener(type, () => mark(node, true));
    for (const type of ["pointerleave", "blur"]) node.addEventListener(type, () => mark(node, false));
  }
  document.documentElement.dataset.ready = "true";
})();
