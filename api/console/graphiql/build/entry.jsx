// GraphiQL over the endpoint that the page names, with its example operations as tabs.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";

const { endpoint, examples } = JSON.parse(document.getElementById("settings").textContent);
const url = new URL(endpoint, window.location.href);
const socket = new URL(url);
socket.protocol = url.protocol === "https:" ? "wss:" : "ws:";

const fetcher = createGraphiQLFetcher({
  url: url.href,
  wsClient: createClient({ url: socket.href, lazy: true }),
});
const defaultTabs = examples.length > 0 ? examples : undefined;
createRoot(document.getElementById("graphiql")).render(createElement(GraphiQL, { fetcher, defaultTabs, shouldPersistHeaders: false }));
