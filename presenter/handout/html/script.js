"use strict";
const presenter = (() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const main = $("slides"), find = $("find"), finder = $("finder"), blank = $("blank"), said = $("said");
  const wide = matchMedia("(orientation:landscape), (min-width:50.01rem)");
  const live = root.classList.contains("live");
  // Told when the reader moves, and asked for help when escape has nothing else to close.
  const api = { onmove: () => {}, onescape: () => {}, onclose: () => {} };
  let slides = [], at = 0, step = 0, typed = "", chosen = 0, marks = [];

  const showing = () => root.classList.contains("show");
  const overview = () => root.classList.contains("overview");
  const title = (slide) => slide.getAttribute("aria-label");
  // Small letters, without the soft hyphens of long words.
  const plain = (text) => text.replaceAll("\u00ad", "").toLowerCase();

  function last(slide) {
    const steps = [...slide.querySelectorAll("[data-step]")].map((each) => +each.dataset.step);
    const groups = [...slide.querySelectorAll("[data-groups]")].map((each) => +each.dataset.base + +each.dataset.groups - 1);
    return Math.max(0, ...steps, ...groups);
  }

  // Where nothing of a slide is there from the start it begins at its first step.
  const first = (slide) => +(slide.dataset.first || 0);

  // What of a slide is seen at a step; Infinity shows it all.
  function reveal(slide, now) {
    for (const each of slide.querySelectorAll("[data-step]")) each.classList.toggle("later", +each.dataset.step > now);
    for (const code of slide.querySelectorAll("[data-groups]")) {
      const count = +code.dataset.groups;
      const group = Math.min(Math.max(0, now - code.dataset.base), count - 1);
      for (const line of code.querySelectorAll("[data-in]")) {
        const inside = line.dataset.in.split(" ").includes(String(group));
        const all = now === Infinity || [...code.querySelectorAll("[data-in]")].every((each) => each.dataset.in.split(" ").includes(String(group)));
        line.classList.toggle("on", inside && !all);
        line.classList.toggle("dim", !inside && !all);
      }
    }
  }

  // A slide that is too long is set smaller, as far as it stays readable; then it scrolls.
  function fit(slide) {
    const page = slide.querySelector(".page");
    page.style.removeProperty("--scale");
    const least = Math.max(14, parseFloat(getComputedStyle(page).fontSize) * .58);
    for (let scale = .95; page.scrollHeight > page.clientHeight + 1; scale -= .05) {
      page.style.setProperty("--scale", scale);
      if (parseFloat(getComputedStyle(page).fontSize) <= least) break;
    }
  }

  function paint() {
    slides.forEach((slide, index) => {
      slide.classList.toggle("now", index === at);
      if (overview() || !showing()) reveal(slide, Infinity);
    });
    if (showing()) {
      reveal(slides[at], step);
      fit(slides[at]);
      $("progress").style.transform = `scaleX(${(at + 1) / slides.length})`;
    }
  }

  function say(text, seen = true) {
    said.textContent = text;
    said.classList.toggle("unseen", !seen);
    clearTimeout(say.timer);
    if (seen && text) say.timer = setTimeout(() => say(""), 2500);
  }

  function place(jump) {
    const hash = "#" + slides[at].id;
    if (location.hash !== hash) history[jump ? "pushState" : "replaceState"](null, "", hash);
  }

  // Show a slide at a step. jump: whether the way back leads here.
  function show(index, now, jump) {
    const before = at;
    at = Math.max(0, Math.min(index, slides.length - 1));
    step = Math.max(first(slides[at]), Math.min(now, last(slides[at])));
    if (overview()) close();
    paint();
    if (before !== at || jump) {
      slides[at].querySelector(".page").scrollTop = 0;
      say(title(slides[at]), false);
      place(jump);
    }
    if (!showing()) slides[at].scrollIntoView({ block: "start" });
  }

  function move(index, now, jump) {
    show(index, now, jump);
    api.onmove();
  }

  // Where a reader of the scrolling document is.
  function here() {
    if (!showing()) at = slides.reduce((best, slide, index) =>
      Math.abs(slide.getBoundingClientRect().top) < Math.abs(slides[best].getBoundingClientRect().top) ? index : best, 0);
  }

  function scrolls(down) {
    const page = slides[at].querySelector(".page");
    const rest = down ? page.scrollHeight - page.clientHeight - page.scrollTop : page.scrollTop;
    if (!showing() || rest < 3) return false;
    page.scrollBy({ top: (down ? .85 : -.85) * page.clientHeight });
    return true;
  }

  function darken(color) {
    blank.hidden = !color;
    blank.className = color || "";
  }

  function open() {
    here();
    root.classList.add("overview");
    root.classList.remove("show");
    finder.hidden = false;
    find.value = "";
    narrow();
    choose(at);
    paint();
    find.focus();
    slides[at].scrollIntoView({ block: "center" });
  }

  function close() {
    root.classList.remove("overview");
    finder.hidden = true;
    slides.forEach((slide) => slide.classList.remove("unmatched", "chosen"));
    arrange();
    main.focus({ preventScroll: true });
  }

  function narrow() {
    const words = plain(find.value.trim());
    const number = slides.findIndex((slide) => slide.id === "slide-" + words);
    const found = slides.map((slide, index) => !words || index === number || plain(slide.textContent).includes(words));
    slides.forEach((slide, index) => slide.classList.toggle("unmatched", !found[index]));
    if (!words) return;
    const titled = slides.findIndex((slide) => plain(title(slide)).includes(words));
    choose(number >= 0 ? number : titled >= 0 ? titled : found.indexOf(true));
  }

  function choose(index) {
    chosen = index;
    slides.forEach((slide, each) => slide.classList.toggle("chosen", each === index));
    if (index >= 0) {
      slides[index].scrollIntoView({ block: "nearest" });
      say(title(slides[index]), false);
    }
  }

  function step_in_overview(by) {
    const seen = slides.map((_, index) => index).filter((index) => !slides[index].classList.contains("unmatched"));
    if (seen.length) choose(seen[Math.max(0, Math.min(seen.indexOf(chosen) + by, seen.length - 1))]);
  }

  const across = () => getComputedStyle(main).gridTemplateColumns.split(" ").length;

  // Moving keys end a blank screen and then do no more.
  const woken = () => !blank.hidden && (darken(""), true);
  const commands = {
    next() {
      if (woken() || scrolls(true)) return;
      here();
      if (showing() && step < last(slides[at])) move(at, step + 1);
      else if (at + 1 < slides.length) move(at + 1, 0);
    },
    previous() {
      if (woken() || scrolls(false)) return;
      here();
      if (showing() && step > first(slides[at])) move(at, step - 1);
      else if (at > 0) move(at - 1, Infinity);
    },
    next_slide() { if (!woken()) { here(); if (at + 1 < slides.length) move(at + 1, 0); } },
    previous_slide() { if (!woken()) { here(); if (at > 0) move(at - 1, 0); } },
    first() { if (!woken()) move(0, 0, true); },
    last() {
      if (woken()) return;
      if (typed) commands.go();
      else move(slides.length - 1, 0, true);
    },
    go() {
      const number = +typed, index = slides.findIndex((slide) => slide.id === "slide-" + number);
      typed = "";
      move(index >= 0 ? index : number < 1 ? 0 : slides.length - 1, 0, true);
      if (index < 0 && number > 0) say(said.dataset.beyond);
    },
    back() { history.back(); },
    overview() {
      if (!overview()) open();
      else { close(); api.onclose(); }
    },
    search() { open(); },
    blank_black() { darken(blank.hidden || blank.className !== "black" ? "black" : ""); },
    blank_white() { darken(blank.className !== "white" ? "white" : ""); },
    notes() { root.classList.toggle("no-notes"); paint(); },
    help() { $("keys").showModal(); },
    escape() {
      if (typed) { typed = ""; say(""); }
      else if (!woken()) api.onescape();
    },
  };

  const keys = {
    ArrowRight: "next", ArrowDown: "next", " ": "next", PageDown: "next", Enter: "next", l: "next", j: "next",
    ArrowLeft: "previous", ArrowUp: "previous", Backspace: "previous", PageUp: "previous", h: "previous", k: "previous",
    n: "next_slide", p: "previous_slide", Home: "first", g: "first", End: "last", G: "last",
    o: "overview", "/": "search", b: "blank_black", ".": "blank_black", F6: "blank_black", "。": "blank_black",
    w: "blank_white", F7: "blank_white", "?": "help", F1: "help", Escape: "escape", s: "notes", F2: "notes",
  };

  // Full-width forms are what a Chinese input method types.
  const narrowed = (key) => key.length === 1 && key >= "！" && key <= "～" ? String.fromCharCode(key.charCodeAt(0) - 0xfee0) : key;

  function pressed(event) {
    if (event.isComposing || event.altKey || event.metaKey || $("keys").open) return;
    const key = narrowed(event.key);
    if (overview()) {
      const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across(), ArrowUp: -across() }[key];
      if (by && !event.ctrlKey) step_in_overview(by);
      else if (key === "Enter" && chosen >= 0) move(chosen, 0, true);
      else if (key === "Escape") { close(); api.onclose(); }
      else return;
      event.preventDefault();
      return;
    }
    let name = keys[key];
    if (event.ctrlKey) name = { o: "back", f: "search" }[key];
    else if (event.shiftKey && (key === "ArrowRight" || key === "ArrowLeft")) name = key === "ArrowRight" ? "next_slide" : "previous_slide";
    else if (/^[0-9]$/.test(key)) {
      typed = (typed + key).slice(-5);
      say("→ " + typed);
      event.preventDefault();
      return;
    }
    const active = event.target.closest?.("a,button,input,dialog");
    if (active && (key === "Enter" || key === " ")) return;
    if (key === "Enter" && typed) name = "go";
    // In a scrolling document keys that scroll scroll.
    if (!name || (!showing() && blank.hidden && /^(Arrow(Up|Down)|Page|Home|End| )/.test(key))) return;
    if (name === "notes" && !root.classList.contains("with-notes")) return;
    event.preventDefault();
    if (name !== "go" && name !== "last") typed = "";
    commands[name]();
  }

  function arrange() {
    if (overview()) return;
    const one = live || wide.matches;
    if (!one) here();
    root.classList.toggle("show", one);
    $("controls").hidden = !one;
    paint();
  }

  function from_hash() {
    const index = slides.findIndex((slide) => "#" + slide.id === location.hash);
    if (index >= 0 && index !== at) show(index, 0);
    return index;
  }

  // The slides may be replaced by those of another version of the deck.
  function load() {
    slides = [...main.querySelectorAll(".slide")];
    at = Math.min(at, slides.length - 1);
    arrange();
  }

  let rest;
  function wake() {
    root.classList.add("awake");
    clearTimeout(rest);
    rest = setTimeout(() => root.classList.remove("awake"), 2500);
  }

  addEventListener("keydown", pressed);
  addEventListener("pointermove", wake);
  addEventListener("resize", arrange);
  wide.addEventListener("change", arrange);
  addEventListener("hashchange", () => { if (from_hash() >= 0) api.onmove(); });
  addEventListener("beforeprint", () => slides.forEach((slide) => reveal(slide, Infinity)));
  addEventListener("afterprint", paint);
  find.addEventListener("input", narrow);
  finder.addEventListener("submit", (event) => event.preventDefault());
  blank.addEventListener("click", () => darken(""));
  document.querySelectorAll("[data-do]").forEach((button) =>
    button.addEventListener("click", () => commands[button.dataset.do]()));
  main.addEventListener("click", (event) => {
    const slide = overview() && event.target.closest(".slide");
    if (slide) { event.preventDefault(); move(slides.indexOf(slide), 0, true); }
  });
  let touch = null;
  main.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null;
  }, { passive: true });
  main.addEventListener("touchend", (event) => {
    if (!touch || !showing()) return;
    const x = event.changedTouches[0].clientX - touch[0], y = event.changedTouches[0].clientY - touch[1];
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) commands[x < 0 ? "next" : "previous"]();
  }, { passive: true });

  load();
  from_hash();
  document.fonts?.ready.then(() => showing() && fit(slides[at]));
  return Object.assign(api, { show, load, darken, place: () => [at, step], commands });
})();
