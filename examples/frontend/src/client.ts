// One client for questions, changes and events. Questions go over HTTP, events over a WebSocket that connects again by itself and resumes
// after the last event that it had, so that nothing is missed.
import { createClient as createSocket } from "graphql-ws";
import { cacheExchange, Client, fetchExchange, subscriptionExchange } from "urql";

const TOKEN = "attendu-token";
const RETRY_MILLISECONDS = 500;

/** Return the access token given on this tab, if any: a server in development answers without one. */
export function token(): string {
  return sessionStorage.getItem(TOKEN) ?? "";
}

export function keepToken(value: string): void {
  sessionStorage.setItem(TOKEN, value.trim());
}

function authorization(): Record<string, string> {
  return token() === "" ? {} : { authorization: `Bearer ${token()}` };
}

/** Return the cursor of the event in *data*, where there is one. */
function cursorOf(data: Record<string, unknown> | null | undefined): string | null {
  for (const event of Object.values(data ?? {})) {
    if (typeof event === "object" && event !== null && "cursor" in event && typeof event.cursor === "string") return event.cursor;
  }
  return null;
}

export function createClient(): Client {
  const address = new URL("/graphql", window.location.href).href;
  const socket = createSocket({
    url: address.replace(/^http/, "ws"),
    connectionParams: authorization,
    keepAlive: 2_000,
    retryAttempts: Infinity,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS)),
    shouldRetry: () => true,
  });
  return new Client({
    url: address,
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { "accept-language": "fr", ...authorization() } }),
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            const variables: Record<string, unknown> = { ...request.variables };
            const unsubscribe = socket.subscribe<Record<string, unknown>, Record<string, unknown>>(
              { query: request.query ?? "", variables },
              {
                next: (result) => {
                  variables["after"] = cursorOf(result.data) ?? variables["after"];
                  sink.next(result);
                },
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
            );
            return { unsubscribe };
          },
        }),
      }),
    ],
  });
}
