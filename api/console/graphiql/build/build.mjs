// Bundle GraphiQL and everything it needs into two files, and gather the licences of what is in them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const result = await build({
  entryPoints: { graphiql: "entry.jsx" },
  outdir: "..",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"', "globalThis.process": "undefined" },
});

const packages = new Set();
for (const input of Object.keys(result.metafile.inputs)) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) packages.add(found[1]);
}
const texts = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : "The package carries no licence text."}\n`;
});
writeFileSync("../LICENSES.txt", texts.join(`\n${"-".repeat(80)}\n\n`));
