// Search over window.ENTRIES, which the page has loaded: no server, no network. Every word typed must begin a word of the entry.
"use strict";

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe");
const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);

function score(entry, asked) {
  const title = words(entry.title);
  const all = entry.words.split(" ");
  let points = 0;
  for (const word of asked) {
    if (title.includes(word)) points += 4;
    else if (title.some((each) => each.startsWith(word))) points += 3;
    else if (all.some((each) => each.startsWith(word))) points += 1;
    else return 0;
  }
  return points - title.length / 100;
}

function search(text) {
  const asked = words(text);
  if (!asked.length) return [];
  const found = window.ENTRIES.map((entry) => [score(entry, asked), entry]).filter(([points]) => points > 0);
  return found.sort((one, other) => other[0] - one[0]).slice(0, 30).map(([, entry]) => entry);
}

const root = document.documentElement.dataset.root;
const input = document.querySelector("#search");
const list = document.querySelector("#found");

function show() {
  const items = search(input.value).map((entry) => {
    const link = document.createElement("a");
    link.href = root + entry.address;
    const kind = document.createElement("small");
    kind.textContent = entry.kind;
    link.append(entry.title + " ", kind);
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  if (!items.length && words(input.value).length) {
    const item = document.createElement("li");
    item.className = "quiet";
    item.textContent = input.dataset.nothing;
    items.push(item);
  }
  list.replaceChildren(...items);
}

input.addEventListener("input", show);
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  show();
}

// A picture is often wider than the window: begin where the rule itself stands.
for (const picture of document.querySelectorAll("main:not(.wide) .picture")) {
  const box = picture.querySelector("rect.marked")?.getBBox();
  if (box) picture.scrollLeft = box.x + box.width / 2 - picture.clientWidth / 2;
}
