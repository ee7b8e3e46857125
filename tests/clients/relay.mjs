// Relay's runtime on what its compiler wrote: a change, a question, two pages that its store joins, an event.
import { createClient } from "graphql-ws";
import runtime from "relay-runtime";
import WebSocket from "ws";
import { FACTS, socketOf, told } from "./asked.mjs";
import changed from "./relay/__generated__/clientChangedSubscription.graphql.js";
import create from "./relay/__generated__/clientCreateMutation.graphql.js";
import decisions from "./relay/__generated__/clientDecisionsQuery.graphql.js";
import documents from "./relay/__generated__/clientDocumentsQuery.graphql.js";
import update from "./relay/__generated__/clientUpdateMutation.graphql.js";

const { Environment, Network, Observable, RecordSource, Store, commitMutation, createOperationDescriptor, fetchQuery, requestSubscription } = runtime;
const url = process.argv[2];
const socket = createClient({ url: socketOf(url), webSocketImpl: WebSocket });
const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
const fetched = async ({ text, name }, variables) =>
  (await fetch(url, { method: "POST", headers, body: JSON.stringify({ query: text, operationName: name, variables }) })).json();
const followed = ({ text, name }, variables) =>
  Observable.create((sink) => socket.subscribe({ query: text, operationName: name, variables }, sink));
const environment = new Environment({ network: Network.create(fetched, followed), store: new Store(new RecordSource()) });
const changing = (mutation, input) =>
  new Promise((onCompleted, onError) => commitMutation(environment, { mutation, variables: { input }, onCompleted, onError }));

const { id } = (await changing(create, { facts: FACTS })).createHousehold.household;
const { household } = await fetchQuery(environment, documents, { id }).toPromise();
const first = await fetchQuery(environment, decisions, { first: 1 }).toPromise();
await fetchQuery(environment, decisions, { first: 1, after: first.decisions.pageInfo.endCursor }).toPromise();
const stored = environment.lookup(createOperationDescriptor(decisions, { first: 1 }).fragment).data.decisions;
const event = await new Promise((resolve, reject) => {
  requestSubscription(environment, { subscription: changed, variables: { id }, onNext: (data) => resolve(data.subjectChanged), onError: reject });
  setTimeout(() => changing(update, { id, facts: { rent: "600" } }).catch(reject), 300);
});
told({ household, pages: stored.edges.map(({ node }) => [node.number]), event });
