// The page in a real browser, before a real server.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { startPlaces } from "./places.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPERATION = "#/operation/operation-demolition-saint-etienne";
const FILE = '[data-key="tasks.demolition.demolition_file"]';
const CUT_MILLISECONDS = 5_000;

let places;
before(async () => {
  places = await startPlaces();
});
after(() => places?.stop());

async function open(address) {
  const page = await places.browser.newPage({ locale: "fr-FR" });
  page.on("pageerror", (error) => assert.fail(`the page failed: ${error.message}`));
  await page.goto(address);
  return page;
}

async function assertAccessible(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(", ")}`),
    [],
  );
}

test("a form is filled step by step, and documents appear with their reasons", async () => {
  const page = await open(places.address);
  await page.getByRole("button", { name: "Nouvelle demande" }).click();
  await page.getByRole("heading", { name: /^Étape 1 sur/ }).waitFor();
  const documents = page.getByRole("region", { name: /Pièces à fournir/ });
  assert.equal(await documents.getByText("Carte nationale d’identité ou passeport").count(), 0);
  await assertAccessible(page);

  const first = await page.getByRole("heading", { name: /^Étape/ }).textContent();
  await page.locator('[data-fact="person.nationality"] select').selectOption("FRENCH");
  await page.locator('[data-fact="person.born_on"] input[type=date]').fill("1990-05-01");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const card = documents.locator("li", { hasText: "Carte nationale d’identité ou passeport" });
  await card.waitFor();
  await card.getByText("Pourquoi ?").click();
  await card.getByText("Nationalité : française").waitFor();
  await card.getByText(/Arrêté du/).first().waitFor();
  await assertAccessible(page);

  for (let turn = 0; turn < 8; turn += 1) {
    const title = await page.getByRole("heading", { name: /^Étape/ }).textContent();
    if (title !== first) break;
    await fillWhatIsAsked(page);
    const revised = page.locator("form[data-revision]");
    const before = await revised.getAttribute("data-revision");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.waitForFunction((old) => document.querySelector("form[data-revision]")?.getAttribute("data-revision") !== old, before);
  }
  assert.notEqual(await page.getByRole("heading", { name: /^Étape/ }).textContent(), first);
  await page.close();
});

/** Answer every question of the step as a form does that knows none of them. */
async function fillWhatIsAsked(page) {
  for (const field of await page.locator(".field").all()) {
    const select = field.locator("select");
    if ((await select.count()) > 0) await select.selectOption({ index: 1 });
    else if ((await field.locator("input[type=date]").count()) > 0) await field.locator("input[type=date]").fill("2020-01-10");
    else if ((await field.locator("fieldset input[type=checkbox]").count()) > 0) await field.locator("fieldset input[type=checkbox]").last().check();
    else if ((await field.locator("textarea").count()) === 0) await field.locator("input").first().fill("1");
  }
}

test("a date deposited in one tab closes the task in another, also when that one was cut off meanwhile", async () => {
  const [watching, desk] = [await open(`${places.line.address}/${OPERATION}`), await open(`${places.address}/${OPERATION}`)];
  const watched = watching.locator(FILE);
  await watching.locator(`${FILE}:not([data-state=CLOSED])`).waitFor();
  await assertAccessible(watching);

  await deposit(desk, "2026-11-02");
  await watching.locator(`${FILE}[data-state=CLOSED]`).waitFor();
  await watching.getByText(/Faits modifiés/).waitFor();
  assert.equal(await desk.locator(FILE).getAttribute("data-state"), "CLOSED");

  await desk.close();
  const other = await open(`${places.address}/${OPERATION}`);
  await reopen(other);
  await watching.locator(`${FILE}:not([data-state=CLOSED])`).waitFor();

  places.line.cut();
  const mended = new Promise((resolve) => setTimeout(resolve, CUT_MILLISECONDS));
  await deposit(other, "2026-11-03");
  await other.locator(`${FILE}[data-state=CLOSED]`).waitFor();
  assert.notEqual(await watched.getAttribute("data-state"), "CLOSED", "the first tab cannot know yet");
  await mended;
  places.line.mend();
  await watching.locator(`${FILE}[data-state=CLOSED]`).waitFor();
  await Promise.all([watching.close(), other.close()]);
});

test("a document that a colleague accepts is shown as accepted on a page that is open", async () => {
  const page = await open(places.address);
  await page.getByRole("button", { name: "Nouvelle demande" }).click();
  await page.locator('[data-fact="person.nationality"] select').selectOption("FRENCH");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const card = page.getByRole("region", { name: /Pièces à fournir/ }).locator("li", { hasText: "Carte nationale d’identité" });
  await card.getByText("Attendue").waitFor();
  const item = await card.getAttribute("data-key");
  const subject = new URL(page.url()).hash.split("/").at(-1);
  const query = "mutation ($input: ReviewDocumentInput!) { reviewDocument(input: $input) { __typename } }";
  const body = JSON.stringify({ query, variables: { input: { subject, item, state: "ACCEPTED" } } });
  const reviewed = await fetch(`${places.address}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.deepEqual(await reviewed.json().then((answer) => answer.data), { reviewDocument: { __typename: "DocumentReviewed" } });
  await card.getByText("Acceptée").waitFor();
  await page.getByText(/Pièce acceptée/).waitFor();
  await assertAccessible(page);
  await page.close();
});

async function deposit(page, day) {
  await page.getByLabel("Déposé le").fill(day);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.locator(`${FILE}[data-state=CLOSED]`).waitFor();
}

async function reopen(page) {
  await page.getByRole("button", { name: "Pas encore déposé" }).click();
}
