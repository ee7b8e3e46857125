// GraphiQL over the endpoint that the page names, with its example operations as tabs.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";

const { endpoint, examples } = JSON.parse(document.getElementById("settings").textContent);
const url = new URL(endpoint, window.location.href);
const socket = new URL(url);
socket.protocol = url.protocol === "https:" ? "wss:" : "ws:";

// Given its address, and no client, each subscription opens a socket of its own, with the headers of that moment: so with their token.
const fetcher = createGraphiQLFetcher({ url: url.href, subscriptionUrl: socket.href });
const defaultTabs = examples.length > 0 ? examples : undefined;
createRoot(document.getElementById("graphiql")).render(createElement(GraphiQL, { fetcher, defaultTabs, shouldPersistHeaders: false }));
