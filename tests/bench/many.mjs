// Prints what one processor of the web server bears: node many.mjs [SITE] [SECONDS]. First visits as they come when
// 1,500 people open the app within five minutes, then more and more people who ask whether there is news, then first
// visits as fast as they can be had. nginx has one processor for itself, whoever asks has another; wrk is asked for
// the load. SECONDS is how long the visits go on: 300 for all of the 1,500.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const source = resolve(import.meta.dirname, "../..");
const site = resolve(process.argv[2] ?? join(source, "build/web/site"));
const seconds = Number(process.argv[3] ?? 60);
const visits_per_second = 1500 / 300, poll_every_s = 180;
const scratch = mkdtempSync(join(tmpdir(), "summit-many-"));

const free_port = () => new Promise((answer) => {
  const probe = createServer().listen(0, () => {
    const { port } = probe.address();
    probe.close(() => answer(port));
  });
});
const port = await free_port();
const server = spawn("taskset", ["-c", "0", join(source, "web/serve.sh"), site, join(scratch, "nginx"), String(port)], { stdio: ["ignore", "ignore", "inherit"] });
process.on("exit", () => {
  server.kill();
  rmSync(scratch, { recursive: true, force: true });
});
execFileSync("taskset", ["-cp", "1", String(process.pid)], { stdio: "ignore" });

// One answer: its status, its bytes with the head, how long it took, its head.
const ask = (path, agent, headers = {}) => new Promise((answer, fail) => {
  const began = performance.now();
  http.get({ port, path, agent, headers: { "accept-encoding": "br, gzip", ...headers } }, (response) => {
    let bytes = response.rawHeaders.reduce((sum, part) => sum + part.length + 2, 17);
    const parts = [];
    response.on("data", (part) => {
      bytes += part.length;
      parts.push(part);
    });
    response.on("end", () => answer({ status: response.statusCode, bytes, ms: performance.now() - began, headers: response.headers, body: Buffer.concat(parts) }));
    response.on("error", fail);
  }).on("error", fail);
});
for (let tries = 0; ; ++tries) {
  try {
    await ask("/");
    break;
  } catch (error) {
    if (tries === 100) throw error;
    await new Promise((then) => setTimeout(then, 50));
  }
}

// What a first visit asks for, as the page names it.
const page = "/kk/agenda/";
const html = (await ask(page, undefined, { "accept-encoding": "identity" })).body.toString();
const paths = [page, ...new Set(html.match(/\/files\/[\w.-]+/g)), "/current.json"];
if (!paths.some((path) => path.endsWith(".wasm"))) throw new Error(`the page names no program: ${paths}`);

const share = (values, part) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const whole = (value) => Math.round(value).toLocaleString("en");

// Seconds of the processor that the server's worker has had.
const worker = () => {
  const children = execFileSync("pgrep", ["-P", String(server.pid)], { encoding: "utf8" }).trim().split("\n");
  const [user, system] = readFileSync(`/proc/${children[0]}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13).map(Number);
  return (user + system) / 100;
};
async function with_load(run) {
  const began = performance.now(), used = worker();
  const result = await run();
  return [result, Math.round((worker() - used) / (performance.now() - began) * 1e5)];
}

console.log(`first visits, ${visits_per_second} each second for ${seconds} s: ${paths.length} requests each`);
const requests = [];
let errors = 0;
const visit = async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 6 });
  const answers = await Promise.allSettled(paths.map((path) => ask(path, agent)));
  for (const { value } of answers) {
    if (value?.status === 200) requests.push(value);
    else ++errors;
  }
  // A browser keeps its connections for a while.
  setTimeout(() => agent.destroy(), 30_000).unref();
  return answers.reduce((sum, { value }) => sum + (value?.bytes ?? 0), 0);
};
const [bytes, busy] = await with_load(async () => {
  const all = [];
  for (let i = 0; i < seconds * visits_per_second; ++i) {
    all.push(visit());
    await new Promise((then) => setTimeout(then, 1000 / visits_per_second));
  }
  return Promise.all(all);
});
const times = requests.map(({ ms }) => ms);
console.log(`  ${bytes.length} visits, ${errors} errors, ${whole(bytes[0])} bytes each, a request ${share(times, 0.5).toFixed(1)} ms, 99 in 100 within ${share(times, 0.99).toFixed(1)} ms; the processor ${busy} % busy`);

// wrk's words: requests a second, megabytes a second, 99 in 100 in milliseconds, errors.
function wrk(connections, ...words) {
  return new Promise((answer, fail) => {
    const child = spawn("taskset", ["-c", "1", "wrk", "-t1", `-c${connections}`, "-d8s", "--timeout", "10s", "--latency", ...words]);
    let said = "";
    child.stdout.on("data", (text) => { said += text; });
    child.on("error", fail);
    child.on("exit", () => {
      const number = (pattern) => Number(pattern.exec(said)?.[1] ?? 0);
      const unit = { us: 0.001, ms: 1, s: 1000 };
      const [, late, of] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? [, NaN, "ms"];
      const [, sent, size] = /Transfer\/sec:\s+([\d.]+)([KMG])B/.exec(said) ?? [, NaN, "M"];
      const broken = (/Socket errors:(.*)/.exec(said)?.[1].match(/\d+/g) ?? []).reduce((sum, one) => sum + Number(one), 0);
      answer({ rate: number(/Requests\/sec:\s+([\d.]+)/), late: late * unit[of], sent: sent * { K: 0.001, M: 1, G: 1000 }[size], errors: broken + number(/Non-2xx or 3xx responses: (\d+)/) });
    });
  });
}

console.log("asking for news, all of it the same as before (304)");
const { headers: { etag } } = await ask("/current.json");
for (const connections of [50, 200, 800, 1600]) {
  const [{ rate, late, errors: broken }, load] = await with_load(() => wrk(connections, "-H", `If-None-Match: ${etag}`, `http://localhost:${port}/current.json`));
  console.log(`  ${String(connections).padStart(5)} connections: ${whole(rate).padStart(7)} a second, 99 in 100 within ${late.toFixed(1)} ms, ${broken} errors, the processor ${load} % busy; as many as ${whole(rate * poll_every_s)} people ask every ${poll_every_s} s`);
}

console.log("first visits, as fast as they can be had");
const script = join(scratch, "visit.lua");
writeFileSync(script, `local paths = {${paths.map((path) => `"${path}"`).join(",")}}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = "br"})
end
`);
for (const connections of [50, 200, 800]) {
  const [{ rate, sent, late, errors: broken }, load] = await with_load(() => wrk(connections, "-s", script, `http://localhost:${port}/`));
  console.log(`  ${String(connections).padStart(5)} connections: ${whole(rate / paths.length).padStart(7)} visits a second, ${whole(sent)} MB a second, 99 in 100 requests within ${late.toFixed(1)} ms, ${broken} errors, the processor ${load} % busy`);
}
process.exit();
