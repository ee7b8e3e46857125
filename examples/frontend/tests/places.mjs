// What the tests need around the page: the server with its samples, the built page before it, a line that can be cut, a browser.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";
import { preview } from "vite";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const ROOT = join(HERE, "../..");

/** Start the demonstration on a database of its own; resolve with its address once it answers. */
async function startServer(folder) {
  const environment = { ...process.env, ATTENDU_MODE: "development", ATTENDU_DATABASE_URL: `sqlite:///${join(folder, "frontend.db")}` };
  const child = spawn(join(ROOT, ".venv/bin/attendu"), ["demo", "--port", "0"], { cwd: folder, env: environment });
  const said = [];
  const address = await new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      said.push(String(data));
      const found = /^(http:\/\/127\.0\.0\.1:\d+)$/m.exec(said.join(""));
      if (found) resolve(found[1]);
    });
    child.stderr.on("data", (data) => said.push(String(data)));
    child.on("exit", () => reject(new Error(`the server did not start:\n${said.join("")}`)));
  });
  return { address, stop: () => child.kill("SIGTERM") };
}

/** A line to *port* that can be cut for a while: what is connected is dropped, and nothing gets through. */
async function startLine(port) {
  const sockets = new Set();
  let cut = false;
  const line = createServer((here) => {
    if (cut) return here.destroy();
    const there = connect(port, "127.0.0.1");
    for (const socket of [here, there]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    here.on("close", () => there.destroy());
    there.on("close", () => here.destroy());
    here.pipe(there).pipe(here);
  });
  await new Promise((resolve) => line.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${line.address().port}`,
    cut() {
      cut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      cut = false;
    },
    stop() {
      this.cut();
      line.close();
    },
  };
}

/** Start everything; the page is at *address*, and through *line* at an address that can be cut off. */
export async function startPlaces() {
  const folder = await mkdtemp(join(tmpdir(), "attendu-frontend-"));
  const server = await startServer(folder);
  const proxy = { "/graphql": { target: server.address, ws: true } };
  const page = await preview({ root: HERE, preview: { host: "127.0.0.1", port: 0, proxy }, logLevel: "error" });
  const port = page.httpServer.address().port;
  const line = await startLine(port);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  return {
    address: `http://127.0.0.1:${port}`,
    line,
    browser,
    async stop() {
      await browser.close();
      line.stop();
      await page.close();
      server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
