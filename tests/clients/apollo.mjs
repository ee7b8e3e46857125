// Apollo Client, with subscriptions over graphql-ws: a change, a question, two pages that its cache joins, an event.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { getMainDefinition, relayStylePagination } from "@apollo/client/utilities";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { CHANGED, CREATE, DECISIONS, DOCUMENTS, FACTS, UPDATE, socketOf, told } from "./asked.mjs";

const url = process.argv[2];
const socket = new GraphQLWsLink(createClient({ url: socketOf(url), webSocketImpl: WebSocket }));
const isLive = ({ query }) => getMainDefinition(query).operation === "subscription";
const client = new ApolloClient({
  link: ApolloLink.split(isLive, socket, new HttpLink({ uri: url })),
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { decisions: relayStylePagination() } } } }),
});

const variables = { input: { facts: FACTS } };
const { id } = (await client.mutate({ mutation: gql(CREATE), variables })).data.createHousehold.household;
const { household } = (await client.query({ query: gql(DOCUMENTS), variables: { id } })).data;
const decisions = { query: gql(DECISIONS), variables: { first: 1 } };
const pages = client.watchQuery(decisions);
const first = await new Promise((resolve) => pages.subscribe(({ data, loading }) => loading || resolve(data.decisions)));
await pages.fetchMore({ variables: { after: first.pageInfo.endCursor } });
const joined = client.readQuery(decisions).decisions.edges.map(({ node }) => node.number);
const event = await new Promise((resolve, reject) => {
  client.subscribe({ query: gql(CHANGED), variables: { id } }).subscribe({ next: ({ data, error }) => (error ? reject(error) : resolve(data.subjectChanged)), error: reject });
  setTimeout(() => client.mutate({ mutation: gql(UPDATE), variables: { input: { id, facts: { rent: "600" } } } }).catch(reject), 300);
});
told({ household, pages: joined.map((number) => [number]), event });
