"use strict";
(() => {
  const root = document.documentElement, main = document.getElementById("slides");
  const state = document.getElementById("state"), button = document.getElementById("live");
  let follow = !history.state?.looking, now = null, delay = 500, heard, renewing = false;

  // Be where the talk is, unless the reader looks around.
  function apply() {
    if (!now) return;
    state.textContent = now.on ? "" : state.dataset[now.been ? "lost" : "waiting"];
    button.hidden = follow || !now.on;
    if (!follow || !now.on || root.classList.contains("overview")) return;
    presenter.darken(now.blank);
    presenter.show(now.slide - 1, now.step < now.steps ? now.step : Infinity);
  }

  function back() {
    follow = true;
    apply();
    main.focus({ preventScroll: true });
  }

  // Another version of the deck: its slides take the place of those here.
  async function renew() {
    if (renewing) return;
    renewing = true;
    try {
      await new Promise((done) => setTimeout(done, 300 * Math.random()));
      const answer = await fetch(location.pathname, { cache: "no-cache" });
      const text = await answer.text();
      // The style is compared, not parsed: our policy would complain of another one.
      const [style, css] = text.match(/<style>([^]*?)<\/style>/) ?? [];
      const fresh = new DOMParser().parseFromString(text.replace(style, () => ""), "text/html");
      const slides = fresh.getElementById("slides");
      if (!answer.ok || !slides) return;
      if (css !== document.querySelector("style").textContent) {
        history.replaceState({ looking: !follow }, "");
        location.reload();
        return;
      }
      main.replaceChildren(...slides.childNodes);
      root.dataset.version = fresh.documentElement.dataset.version;
      root.lang = fresh.documentElement.lang;
      document.title = fresh.title;
      presenter.load();
    } finally { renewing = false; }
    if (root.dataset.version !== now.version) setTimeout(renew, 1000);
    else apply();
  }

  function take(message) {
    now = message;
    if (root.dataset.version !== now.version) renew();
    else apply();
  }

  function connect() {
    const source = new EventSource("events");
    const fail = () => {
      source.close();
      clearTimeout(heard);
      state.textContent = state.dataset.offline;
      setTimeout(connect, delay * (1 + Math.random()));
      delay = Math.min(2 * delay, 20000);
    };
    const alive = () => { clearTimeout(heard); heard = setTimeout(fail, 45000); };
    source.onmessage = (event) => { delay = 500; alive(); take(JSON.parse(event.data)); };
    source.addEventListener("beat", alive);
    source.onerror = fail;
  }

  presenter.onmove = () => { follow = false; apply(); };
  presenter.onescape = back;
  presenter.onclose = apply;
  button.addEventListener("click", back);
  history.replaceState(null, "");
  connect();
})();
