// How long summit-pack takes for a programme of 10,000 sessions, out and in by each format, and how much memory.
// Prints "name: value s, value MB", one a line: seconds of the processor, since others may be at work on the machine.
// SUMMIT_BUILD is the build directory.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const build = resolve(process.env.SUMMIT_BUILD ?? join(import.meta.dirname, "../../build/native"));
const scratch = mkdtempSync(join(tmpdir(), "summit-programmes-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const env = { ...process.env, SUMMIT_ASSETS: join(build, "assets") };

const measure = `import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{used.ru_utime:.3f} s, {used.ru_maxrss // 1024} MB", file=sys.stderr)
sys.exit(done.returncode)`;

function time(name, ...args) {
  const done = spawnSync("python3", ["-c", measure, join(build, "summit-pack"), ...args], { env, encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`${args.join(" ")}: ${done.stderr.slice(-2000)}`);
  console.log(`${name}: ${done.stderr.trim().split("\n").at(-1)}`);
}

const two = (number) => String(number).padStart(2, "0");
const rows = ["title,date,start,duration,room,theme,people,summary"];
for (let i = 0; i < 10_000; ++i)
  rows.push(`Session about ${i},2027-05-${two(1 + i % 20)},${two(8 + i % 12)}:${two(i * 5 % 60)},45,Hall ${i % 200},Theme ${i % 12},"Person N${i % 3000}; Person M${i % 1700}","A few words about ${i}, which are of some length so that they are like those that people write."`);
const table = join(scratch, "large.csv"), large = join(scratch, "large");
writeFileSync(table, rows.join("\n"));
const words = ["--zone", "Europe/Berlin", "--lang", "en"];
time("import csv, 10,000 sessions of somebody's table", "import", "csv", table, "--into", large, ...words);
for (const [format, ending] of [["frab-xml", "xml"], ["frab-json", "json"], ["ics", "ics"], ["csv", "csv"], ["xlsx", "xlsx"]]) {
  const file = join(scratch, `${format}.${ending}`);
  time(`export ${format}`, "export", format, large, "-o", file);
  time(`import ${format}`, "import", format, file, "--into", join(scratch, `${format}-event`), ...words);
  time(`import ${format}, where it is known`, "import", format, file, "--into", large, ...words);
}
