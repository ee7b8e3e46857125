// urql, with subscriptions over server-sent events: a change, a question, two pages, an event.
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { CHANGED, CREATE, DECISIONS, DOCUMENTS, FACTS, UPDATE, told } from "./asked.mjs";

const client = new Client({ url: process.argv[2], exchanges: [cacheExchange, fetchExchange], fetchSubscriptions: true, preferGetMethod: false });
const asked = async (question) => {
  const { data, error } = await question.toPromise();
  if (error) throw error;
  return data;
};

const { createHousehold } = await asked(client.mutation(CREATE, { input: { facts: FACTS } }));
const { id } = createHousehold.household;
const { household } = await asked(client.query(DOCUMENTS, { id }));
const first = (await asked(client.query(DECISIONS, { first: 1 }))).decisions;
const second = (await asked(client.query(DECISIONS, { first: 1, after: first.pageInfo.endCursor }))).decisions;
const event = await new Promise((resolve, reject) => {
  client.subscription(CHANGED, { id }).subscribe(({ data, error }) => (error ? reject(error) : resolve(data.subjectChanged)));
  setTimeout(() => asked(client.mutation(UPDATE, { input: { id, facts: { rent: "600" } } })).catch(reject), 300);
});
told({ household, pages: [first, second].map((page) => page.edges.map(({ node }) => node.number)), event });
