"use strict";
const form = document.getElementById("filters");
const fields = form.elements;
const shown = document.getElementById("shown");
const panel = document.getElementById("panel");
const tables = Array.from(document.querySelectorAll(".grid"));
const statements = [];
for (const item of document.querySelectorAll(".items > li")) { statements[Number(item.dataset.n)] ??= item; }

// What a cell is made of, by its link.
function of(link) { return link.dataset.s.split(" ").filter(Boolean).map(function (n) { return statements[Number(n)]; }); }

// Rows with all that the filters ask about.
const rows = [];
for (const table of tables) {
  for (const element of table.querySelectorAll("tr[data-p]")) {
    const links = Array.from(element.querySelectorAll("td > a"));
    const words = [element.cells[0].textContent, element.dataset.w].concat(links.flatMap(of).map(function (item) { return item.textContent; }));
    rows.push({element, table, links, words: words.join(" ").toLowerCase(), fold: element.querySelector(".fold")});
  }
}
function parent(row) { return rows.find(function (other) { return other.table === row.table && other.element.dataset.m === row.element.dataset.p; }); }
for (const row of rows) { row.parent = row.element.dataset.p === "" ? undefined : parent(row); }

// fits tells whether a cell holds what is asked for: one finding with both direction and design.
function fits(link, asked) {
  if (asked.gaps && link.dataset.gap === undefined) { return false; }
  if (!asked.direction && !asked.strength) { return true; }
  return of(link).some(function (item) {
    return item.dataset.d !== undefined && (!asked.direction || item.dataset.d === asked.direction) &&
      (!asked.strength || Number(item.dataset.g) >= Number(asked.strength));
  });
}

// Columns: the head of a column and the phase that it is in, by place.
function columnsOf(table) {
  const list = [];
  for (const head of table.tHead.rows[0].cells) {
    if (head.dataset.span === undefined) { list.push({phase: "", detail: false}); continue; }
    for (let i = 0; i < Number(head.dataset.span); i++) { list.push({phase: head.dataset.phase, detail: i > 0}); }
  }
  return list;
}
const columns = new Map(tables.map(function (table) { return [table, columnsOf(table)]; }));

function showColumns(asked) {
  for (const table of tables) {
    const hides = columns.get(table).map(function (c) { return (c.detail && !asked.detail) || (asked.timing && c.phase !== "" && c.phase !== asked.timing); });
    for (const head of table.tHead.rows[0].cells) {
      if (head.dataset.span === undefined) { continue; }
      head.hidden = Boolean(asked.timing) && head.dataset.phase !== asked.timing;
      head.colSpan = asked.detail ? Number(head.dataset.span) : 1;
    }
    const second = table.tHead.rows[1];
    if (second !== undefined) {
      second.hidden = !asked.detail;
      const phased = hides.filter(function (_, i) { return columns.get(table)[i].phase !== ""; });
      Array.from(second.cells).forEach(function (head, i) { head.hidden = phased[i]; });
    }
    for (const line of table.querySelectorAll("tr[data-m]")) {
      for (let i = 1; i < line.cells.length; i++) { line.cells[i].hidden = hides[i]; }
    }
  }
}

// show applies all filters.
function show() {
  const asked = Object.fromEntries(new FormData(form));
  const words = asked.q.toLowerCase().split(" ").filter(Boolean);
  const narrowed = words.length > 0 || Boolean(asked.approach || asked.level || asked.direction || asked.strength || asked.gaps);
  showColumns(asked);
  for (const row of rows) {
    let held = 0;
    for (const link of row.links) {
      const fit = fits(link, asked);
      link.parentElement.classList.toggle("off", !fit);
      if (fit && !link.parentElement.hidden) { held++; }
    }
    const one = !asked.direction && !asked.strength && !asked.gaps || held > 0;
    row.kept = one && words.every(function (word) { return row.words.includes(word); }) &&
      (!asked.approach || row.element.dataset.a.split(" ").includes(asked.approach)) &&
      (!asked.level || row.element.dataset.l.split(" ").includes(asked.level));
  }
  for (const row of rows) {
    row.element.hidden = !row.kept || (!narrowed && !unfolded(row));
    if (row.fold !== null) { row.fold.hidden = narrowed; }
  }
  for (const body of document.querySelectorAll(".grid tbody")) {
    const band = body.querySelector(".band");
    if (band !== null) { band.hidden = body.querySelector("tr[data-p]:not([hidden])") === null; }
  }
  const all = rows.filter(function (row) { return row.table === tables[0]; });
  const left = all.filter(function (row) { return !row.element.hidden; }).length;
  shown.textContent = left === 0 ? shown.dataset.none : shown.dataset.shown.replace("%a", left).replace("%b", all.length);
  for (const table of tables) { rove(table); }
}

// unfolded tells whether all rows above a row are open.
function unfolded(row) {
  for (let up = row.parent; up !== undefined; up = up.parent) {
    if (up.fold !== null && up.fold.getAttribute("aria-expanded") === "false") { return false; }
  }
  return true;
}
function fold(row, open) { if (row.fold !== null) { row.fold.setAttribute("aria-expanded", String(open)); } }
for (const row of rows) {
  row.fold?.addEventListener("click", function () { fold(row, row.fold.getAttribute("aria-expanded") === "false"); show(); });
}

// The filters stand in the address, so that what is shown can be passed on, also to the other language.
function keep() {
  const asked = new URLSearchParams(Array.from(new FormData(form)).filter(function (pair) { return pair[1] !== ""; })).toString();
  history.replaceState(null, "", asked === "" ? location.pathname + location.search : "#?" + asked);
}
function recall() {
  if (!location.hash.startsWith("#?")) { return; }
  for (const [name, value] of new URLSearchParams(location.hash.slice(2))) {
    const field = fields[name];
    if (field === undefined) { continue; }
    if (field.type === "checkbox") { field.checked = true; } else { field.value = value; }
  }
}
form.addEventListener("input", function (event) {
  if (event.target.name === "tree") { rows.forEach(function (row) { fold(row, event.target.checked); }); }
  show();
  keep();
});
form.addEventListener("submit", function (event) {
  event.preventDefault();
  tables[0].closest(".scroll").focus();
  tables[0].closest(".map").scrollIntoView();
});
form.addEventListener("reset", function () {
  setTimeout(function () { rows.forEach(function (row) { fold(row, false); }); show(); keep(); });
});
for (const link of document.querySelectorAll("a[data-keep]")) {
  const plain = link.getAttribute("href");
  link.addEventListener("click", function () { link.href = plain + location.hash; });
}

// One stop of the tab key for each map; the arrow keys move within it.
function visible(link) { return !link.parentElement.hidden && !link.parentElement.parentElement.hidden && !link.parentElement.classList.contains("off"); }
function linksOf(table) { return Array.from(table.querySelectorAll("td > a")).filter(visible); }
function rove(table, to) {
  const links = linksOf(table);
  const stop = to ?? links.find(function (link) { return link.tabIndex === 0 && link.dataset.stop !== undefined; }) ?? links[0];
  for (const link of table.querySelectorAll("td > a")) { link.tabIndex = link === stop ? 0 : -1; delete link.dataset.stop; }
  if (stop !== undefined) { stop.dataset.stop = ""; }
}
const steps = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -Infinity], End: [0, Infinity]};

// next is the cell with a link that comes first in a direction: in the row, or else in the column.
function next(table, link, [down, right]) {
  const cell = link.parentElement;
  const links = linksOf(table);
  if (right !== 0) {
    const line = links.filter(function (other) { return other.parentElement.parentElement === cell.parentElement; });
    const at = line.indexOf(link) + right;
    return line[Math.max(0, Math.min(line.length - 1, at))];
  }
  const column = links.filter(function (other) { return other.parentElement.cellIndex === cell.cellIndex; });
  return column[column.indexOf(link) + down];
}
for (const table of tables) {
  table.addEventListener("keydown", function (event) {
    const link = event.target.closest("td > a");
    if (link === null || steps[event.key] === undefined || event.ctrlKey || event.altKey || event.metaKey) { return; }
    event.preventDefault();
    const to = next(table, link, steps[event.key]);
    if (to !== undefined) { rove(table, to); to.focus(); to.scrollIntoView({block: "nearest", inline: "nearest"}); }
  });
  table.addEventListener("click", function (event) {
    const link = event.target.closest("td > a");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    rove(table, link);
    look(table, link);
  });
}

// look opens the panel with what a cell is made of.
function look(table, link) {
  const cell = link.parentElement;
  const head = headOf(table, cell.cellIndex);
  const title = document.getElementById("panel-title");
  title.textContent = cell.parentElement.cells[0].querySelector("a").textContent + " × " + head;
  document.getElementById("panel-says").textContent = link.querySelector(".h").textContent;
  const list = document.createElement("ul");
  list.className = "items";
  for (const item of of(link)) {
    const copy = item.cloneNode(true);
    copy.removeAttribute("id");
    list.append(copy);
  }
  document.getElementById("panel-body").replaceChildren(list);
  panel.showModal();
  title.focus();
  panel.scrollTop = 0;
}

// headOf is the heading of a column: of a sum its phase, of an outcome its own.
function headOf(table, place) {
  const groups = columns.get(table);
  const group = groups[place];
  if (group.phase !== "" && !group.detail) { return table.querySelector("th[data-phase='" + group.phase + "'][data-span]").textContent; }
  const single = Array.from(table.tHead.rows[0].cells).slice(1).filter(function (c) { return c.dataset.span === undefined; });
  if (group.phase !== "") {
    return table.tHead.rows[1].cells[groups.slice(0, place).filter(function (g) { return g.phase !== ""; }).length].textContent;
  }
  return single[groups.slice(1, place).filter(function (g) { return g.phase === ""; }).length].textContent;
}
document.getElementById("panel-close").addEventListener("click", function () { panel.close(); });
panel.addEventListener("click", function (event) { if (event.target === panel) { panel.close(); } });

// A link to a measure or a statement opens what it is folded into.
function unfold() {
  const target = location.hash.startsWith("#?") ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target?.closest("details");
  if (details) { details.open = true; target.scrollIntoView(); }
}
window.addEventListener("hashchange", unfold);

form.hidden = false;
recall();
for (const row of rows) { fold(row, fields.tree.checked); }
show();
unfold();
