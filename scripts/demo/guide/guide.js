/** Milliseconds between looks at what has happened. */
const LOOK_AGAIN = 1500;

const byId = (id) => document.getElementById(id);

function setLanguage(language) {
  document.documentElement.lang = language;
  document.title = language === "en" ? "Try Tỉnh Táo" : "Thử Tỉnh Táo";
}

function fill(selector, value) {
  const number = value.toLocaleString(document.documentElement.lang);
  for (const output of document.querySelectorAll(selector)) {
    if (output.textContent !== number) output.textContent = number;
  }
}

function show(state) {
  fill("#requests-listed", state.requests.listed);
  fill(".feed-version", state.feed.version);
  fill(".feed-hosts", state.feed.hosts);
  byId("step-bank").classList.toggle("step-done", state.requests.bank > 0);
  byId("step-update").classList.toggle("step-done", state.feed.update !== null);
  byId("publish").disabled = state.feed.update !== null;
  byId("update-size").hidden = state.feed.update === null;
  if (state.feed.update !== null) {
    fill(".delta-bytes", state.feed.update.deltaBytes);
    fill(".full-bytes", state.feed.update.fullBytes);
  }
  byId("no-reports").hidden = state.reports.length > 0;
  byId("some-reports").hidden = state.reports.length === 0;
  byId("step-report").classList.toggle("step-done", state.reports.length > 0);
  byId("reports").replaceChildren(
    ...state.reports.map(({ receipt, url }) => {
      const line = document.createElement("li");
      const code = document.createElement("b");
      code.textContent = receipt;
      line.append(code, url);
      return line;
    }),
  );
}

async function look() {
  const answer = await fetch("/state");
  if (answer.ok) show(await answer.json());
}

async function publish() {
  const button = byId("publish");
  const problem = byId("publish-problem");
  button.disabled = true;
  problem.hidden = true;
  const answer = await fetch("/publish", { method: "POST" });
  if (!answer.ok) {
    problem.textContent = await answer.text();
    problem.hidden = false;
    button.disabled = false;
  }
  await look();
}

byId("language").addEventListener("click", () => {
  setLanguage(document.documentElement.lang === "vi" ? "en" : "vi");
  look().catch(console.error);
});
byId("publish").addEventListener("click", () => publish().catch(console.error));
setLanguage(navigator.language.startsWith("en") ? "en" : "vi");

// The demo is over when nobody answers; the page may stay as it was.
look().catch(console.error);
setInterval(() => look().catch(console.error), LOOK_AGAIN);
