"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const token = new URLSearchParams(location.search).get("token") || "";
  let now = null, since = 0, delay = 500, shown = "", heard;

  async function ask(command) {
    try {
      const answer = await fetch("remote", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Presenter-Token": token },
        body: JSON.stringify(command),
      });
      if (!answer.ok) $("state").textContent = $("state").dataset[answer.status === 503 ? "waiting" : "offline"];
    } catch { $("state").textContent = $("state").dataset.offline; }
  }

  function tick() {
    if (!now) return;
    const run = now.clock.state === "running" ? (performance.now() - since) / 1000 : 0;
    const all = Math.floor(now.clock.elapsed + run), two = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(all / 3600), minutes = Math.floor(all / 60) % 60;
    $("clock").textContent = hours ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
    $("clock").className = now.clock.state;
  }

  function take(message) {
    now = message;
    since = performance.now();
    $("state").textContent = now.on ? "" : $("state").dataset.waiting;
    $("place").textContent = `${now.slide}/${now.slides}` + (now.steps ? ` · ${now.step + 1}/${now.steps + 1}` : "");
    $("title").textContent = now.title;
    $("blank").setAttribute("aria-pressed", String(Boolean(now.blank)));
    if (shown !== now.slide + now.notes) {
      shown = now.slide + now.notes;
      // Made and escaped by the server.
      $("notes").innerHTML = now.notes;
      $("notes").scrollTop = 0;
    }
    const [title, ...lines] = now.next;
    $("next").querySelector("p").textContent = now.next.length ? title : $("next").dataset.end;
    $("next").querySelector("ul").replaceChildren(...lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }));
    tick();
  }

  function connect() {
    const source = new EventSource("remote/events?token=" + encodeURIComponent(token));
    const fail = () => {
      source.close();
      clearTimeout(heard);
      $("state").textContent = $("state").dataset.offline;
      setTimeout(connect, delay * (1 + Math.random()));
      delay = Math.min(2 * delay, 15000);
    };
    const alive = () => { clearTimeout(heard); heard = setTimeout(fail, 45000); };
    source.onmessage = (event) => { delay = 500; alive(); take(JSON.parse(event.data)); };
    source.addEventListener("beat", alive);
    source.onerror = fail;
  }

  $("go").addEventListener("click", () => ask({ do: "next" }));
  $("previous").addEventListener("click", () => ask({ do: "previous" }));
  $("blank").addEventListener("click", () => ask({ do: "blank", color: now && now.blank ? null : "black" }));
  $("clock").addEventListener("click", () => ask({ do: "clock", to: now && now.clock.state === "running" ? "pause" : "start" }));
  addEventListener("keydown", (event) => {
    const name = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous" }[event.key];
    if (name) { event.preventDefault(); ask({ do: name }); }
  });
  setInterval(tick, 250);
  connect();
})();
