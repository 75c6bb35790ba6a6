"use strict";
(function () {
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function byId(id) { return document.getElementById(id); }

  var root = document.documentElement;
  var theme = byId("theme");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches; }
  function label() { theme.textContent = isDark() ? "Light theme" : "Dark theme"; }
  theme.hidden = false;
  label();
  theme.addEventListener("click", function () { root.dataset.theme = isDark() ? "light" : "dark"; label(); });
  dark.addEventListener("change", label);

  var tools = byId("tools");
  if (!tools) { return; }
  var find = byId("q");
  var count = byId("count");
  var rows = all("details.row");
  var boxes = all(".chips input");
  var lists = all("section.list").map(function (list) {
    var number = list.querySelector(".n");
    return { list: list, rows: all("details.row", list), number: number, whole: number.textContent };
  });
  var texts = null;
  var timer = 0;

  /* "alvarez" finds "Álvarez". */
  function fold(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }

  function apply() {
    clearTimeout(timer);
    var words = fold(find.value).split(/\s+/).filter(Boolean);
    var off = {};
    boxes.forEach(function (box) { if (!box.checked) { off[box.value] = true; } });
    if (words.length && !texts) {
      texts = new Map();
      rows.forEach(function (row) { texts.set(row, fold(row.textContent)); });
    }
    var shown = 0;
    lists.forEach(function (one) {
      var here = 0;
      one.rows.forEach(function (row) {
        var fits = !off[row.dataset.k] && words.every(function (word) { return texts.get(row).indexOf(word) >= 0; });
        if (row.hidden === fits) { row.hidden = !fits; }
        if (fits) { here++; }
      });
      one.list.hidden = here === 0;
      one.number.textContent = here === one.rows.length ? one.whole : here + " of " + one.whole;
      shown += here;
    });
    var rest = rows.length === 1 ? " row" : " rows";
    count.textContent = (shown === rows.length ? "" : shown + " of ") + rows.length + rest;
  }

  function soon() { clearTimeout(timer); timer = setTimeout(apply, 120); }
  function openAll(open) { rows.forEach(function (row) { if (!row.hidden) { row.open = open; } }); }

  /* From row to row, over those that are filtered out. */
  function step(from, by) {
    for (var i = rows.indexOf(from) + by; i >= 0 && i < rows.length; i += by) {
      if (!rows[i].hidden) { rows[i].firstElementChild.focus(); return; }
    }
  }

  tools.hidden = false;
  all(".chips").forEach(function (chips) { chips.hidden = false; });
  tools.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  find.addEventListener("input", soon);
  find.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && find.value) { find.value = ""; event.preventDefault(); apply(); }
  });
  boxes.forEach(function (box) { box.addEventListener("change", apply); });
  byId("open").addEventListener("click", function () { openAll(true); });
  byId("close").addEventListener("click", function () { openAll(false); });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var there = document.activeElement;
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(there.tagName)) {
      event.preventDefault();
      find.focus();
    } else if (there.tagName === "SUMMARY" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(there.parentNode, event.key === "ArrowDown" ? 1 : -1);
    }
  });

  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = rows.filter(function (row) { return !row.open && !row.hidden; });
    opened.forEach(function (row) { row.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (row) { row.open = false; });
    opened = [];
  });
}());
