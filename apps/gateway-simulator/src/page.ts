/*
 * The one page of the simulator: start, watch the counts, read the error log, see the scenario. It needs nothing from elsewhere.
 */

const style = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #363c45); --quiet: light-dark(#5b6472, #9aa4b2);
  --ground: light-dark(#fbfbfc, #15181d); --card: light-dark(#ffffff, #1d2127); --accent: light-dark(#1f5fa8, #8bbcf2); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem; max-width: 62rem; background: var(--ground);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; color: var(--quiet); }
main { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; min-width: 0; }
.wide { grid-column: 1 / -1; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; }
label { display: grid; gap: .2rem; font-size: .875rem; color: var(--quiet); }
input, button { font: inherit; color: inherit; padding: .45rem .7rem; border: 1px solid var(--line); border-radius: .4rem;
  background: transparent; }
input { width: 8rem; } button { cursor: pointer; } button.first { border-color: var(--accent); color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
dl { display: grid; grid-template-columns: 1fr auto; gap: .15rem 1rem; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; font-variant-numeric: tabular-nums; text-align: right; }
pre, ol { margin: 0; font: .8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
ol { padding-left: 2rem; }
`;

const script = `
const place = (id) => document.getElementById(id);
const ask = async (path, init) => {
  const answer = await fetch(path, init);
  const body = await answer.json();
  if (!answer.ok) throw new Error([body.detail, ...(body.errors ?? []).map((fault) => fault.pointer + ' ' + fault.detail)].join(' '));
  return body;
};
const counts = (id, numbers) => place(id).replaceChildren(...Object.entries(numbers).flatMap(([name, number]) => {
  const term = document.createElement('dt'), value = document.createElement('dd');
  term.textContent = name;
  value.textContent = number.toLocaleString();
  return [term, value];
}));
const say = (text) => { place('said').textContent = text; };
const refresh = async () => {
  const sent = await ask('/sent');
  const { gateway, logs } = sent;
  place('state').textContent = sent.startedAt === null ? 'Nothing started yet.'
    : (sent.running ? 'Running: ' : 'Ended: ') + sent.total + ' of ' + sent.promised.total + ' sent, seed ' + sent.seed
      + (sent.running && sent.lastFault ? '. Last fault: ' + sent.lastFault : '');
  counts('topics', { ...sent.perTopic, 'sent again': sent.sentAgain });
  counts('cases', sent.perCase);
  counts('payments', gateway.payments);
  counts('answers', gateway.byAnswer);
  counts('keys', { 'requests not understood': gateway.refusedRequests, 'key missing': gateway.idempotencyKey.missing,
    'key differing': gateway.idempotencyKey.differing });
  counts('logs', { ...logs.perType, 'turned away': logs.turnedAway });
};
const showScenario = (scenario) => {
  place('scenario').textContent = JSON.stringify(scenario, null, 2);
  place('log-down').textContent = scenario.log.down ? 'Bring the error log up' : 'Take the error log down';
};
const attempt = (action) => async (event) => {
  event.preventDefault();
  try { await action(event); await refresh(); } catch (fault) { say(fault.message); }
};
place('start').addEventListener('submit', attempt(async (event) => {
  const promised = await ask('/start?' + new URLSearchParams(new FormData(event.target)));
  say('Sending ' + promised.total + ' messages over ' + promised.seconds + ' seconds.');
}));
place('show-logs').addEventListener('click', attempt(async () => {
  const entries = await ask('/logs?last=100');
  place('entries').replaceChildren(...entries.reverse().map((entry) => {
    const line = document.createElement('li');
    line.textContent = [entry.created_at, entry.error_type, entry.payment_id ?? '(no id)', entry.error_description].join('  ');
    return line;
  }));
  say(entries.length === 0 ? 'The error log is empty.' : 'The newest ' + entries.length + ' entries of the error log.');
}));
place('log-down').addEventListener('click', attempt(async () => {
  const scenario = await ask('/scenario');
  scenario.log.down = !scenario.log.down;
  showScenario(await ask('/scenario', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(scenario) }));
}));
const tick = async () => {
  try { await refresh(); showScenario(await ask('/scenario')); }
  catch { place('state').textContent = 'The simulator does not answer.'; }
  setTimeout(tick, 1000);
};
tick();
`;

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gateway simulator</title>
<style>${style}</style>
</head>
<body>
<h1>Gateway simulator</h1>
<p id="state">Asking…</p>
<main>
<section class="wide">
<form id="start">
<label>Messages <input name="count" type="number" min="1" max="1000000" value="1000" required></label>
<label>Seconds <input name="seconds" type="number" min="0" max="86400" value="90" required></label>
<button class="first">Start</button>
<button type="button" id="show-logs">Logs</button>
</form>
<p id="said" role="status" style="margin:.75rem 0 0">A start clears the payments and logs of the one before.</p>
</section>
<section><h2>Messages sent</h2><dl id="topics"></dl></section>
<section><h2>Payments at the gateway</h2><dl id="payments"></dl></section>
<section><h2>Error log</h2><dl id="logs"></dl></section>
<section><h2>Messages by case</h2><dl id="cases"></dl></section>
<section><h2>Answers given</h2><dl id="answers"></dl><dl id="keys" style="margin-top:.75rem"></dl></section>
<section><h2>Scenario</h2><pre id="scenario"></pre><button id="log-down" style="margin-top:.75rem">Take the error log down</button></section>
<section class="wide"><h2>Newest log entries</h2><ol id="entries"></ol></section>
</main>
<script>${script}</script>
</body>
</html>
`;

export const page = {
  html,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  },
} as const;
