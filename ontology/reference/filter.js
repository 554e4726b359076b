"use strict";
const box = document.getElementById("filter-text");
const none = document.getElementById("filter-none");
const parts = Array.from(document.querySelectorAll(".contents details"));
document.getElementById("filter").hidden = false;

function open(details) { details.open = true; }

// show hides what does not have the words, and tells whether anything is left.
function show(item, words) {
  const below = Array.from(item.querySelectorAll(":scope > ul > li, :scope > details > ul > li"));
  const kept = below.map(function (one) { return show(one, words); }).includes(true);
  const link = item.querySelector(":scope > a");
  const own = link !== null && words.every(function (word) { return link.textContent.toLowerCase().includes(word); });
  item.hidden = !kept && !own;
  return kept || own;
}

box.addEventListener("input", function () {
  const words = box.value.toLowerCase().split(" ").filter(Boolean);
  const left = Array.from(document.querySelectorAll(".contents > ul > li")).map(function (item) { return show(item, words); });
  if (words.length > 0) { parts.forEach(open); }
  none.textContent = left.includes(true) ? "" : none.dataset.none;
});

// A link into something that is folded away opens it.
function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) { return; }
  const details = target.closest("details");
  if (details !== null) { open(details); }
}
window.addEventListener("hashchange", unfold);
unfold();
