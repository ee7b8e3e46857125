// An operation: its tasks, kept current by events, and a date to record.
import { useMutation, useQuery, useSubscription } from "urql";

import { Failure } from "./Failure";
import { graphql } from "./gql";
import type { RecordDepositMutation } from "./gql/graphql";
import { Tasks } from "./Tasks";

export const TASKS_OF = graphql(`
  fragment TasksOf on Operation {
    id
    label
    revision
    tasks {
      ...Task
    }
    decision {
      number
    }
  }
`);

const OPERATION = graphql(`
  query Operation($id: ID!) {
    eventCursor
    operation(id: $id, language: FR) {
      ...TasksOf
    }
  }
`);

const CHANGED = graphql(`
  subscription OperationChanged($id: ID!, $after: String) {
    subjectChanged(id: $id, after: $after, language: FR) {
      cursor
      causes {
        sentence
      }
      subject {
        __typename
        ... on Operation {
          ...TasksOf
        }
      }
    }
  }
`);

const RECORD = graphql(`
  mutation RecordDeposit($input: UpdateOperationInput!) {
    updateOperation(input: $input) {
      __typename
      ... on OperationSaved {
        operation {
          id
          revision
        }
      }
      ... on Error {
        message
      }
      ... on InvalidFacts {
        problems {
          message
        }
      }
    }
  }
`);

export function OperationPage({ id }: { id: string }) {
  const [{ data, error, fetching }] = useQuery({ query: OPERATION, variables: { id } });
  const after = data?.eventCursor ?? null;
  const [changed] = useSubscription({ query: CHANGED, variables: { id, after }, pause: after === null });
  if (error !== undefined) return <Failure error={error} />;
  if (data === undefined) return <p>{fetching ? "Lecture du dossier…" : ""}</p>;
  if (data.operation === null) return <p>Aucun dossier ne porte cet identifiant.</p>;
  const event = changed.data?.subjectChanged;
  const told = event?.subject?.__typename === "Operation" ? event.subject : data.operation;
  const operation = told.decision.number > data.operation.decision.number ? told : data.operation;
  return (
    <>
      <h1>{operation.label ?? `Opération ${id}`}</h1>
      <div className="two">
        <div className="stack">
          <Deposit id={id} />
          <section aria-labelledby="causes" aria-live="polite">
            <h2 id="causes">Dernier changement</h2>
            {event?.causes.map((cause) => <p key={cause.sentence}>{cause.sentence}</p>) ?? <p>Rien depuis l’ouverture de cette page.</p>}
          </section>
        </div>
        <Tasks tasks={[...operation.tasks]} />
      </div>
    </>
  );
}

/** Say why nothing was recorded. A result that the schema gains one day is a type error here, and until then has its message shown. */
function messagesOf(result: RecordDepositMutation["updateOperation"]): string[] {
  if (result === null) return [];
  switch (result.__typename) {
    case "OperationSaved":
      return [];
    case "InvalidFacts":
      return result.problems.map((each) => each.message);
    case "Conflict":
    case "NotFound":
    case "IdempotencyKeyReused":
      return [result.message];
    default:
      return [(result satisfies never as { message?: string }).message ?? "Réponse inconnue : rechargez la page."];
  }
}

function Deposit({ id }: { id: string }) {
  const [recorded, record] = useMutation(RECORD);

  async function send(demolitionFileDepositedOn: string | null) {
    await record({ input: { id, facts: { demolitionFileDepositedOn }, idempotencyKey: crypto.randomUUID() } });
  }

  const messages = messagesOf(recorded.data?.updateOperation ?? null);
  return (
    <section aria-labelledby="deposit">
      <h2 id="deposit">Dépôt du dossier définitif de démolition</h2>
      <form action={(data) => send(String(data.get("day")))}>
        <label>
          Déposé le
          <input type="date" name="day" required />
        </label>
        <div className="buttons">
          <button type="submit">Enregistrer</button>
          <button type="button" className="second" onClick={() => void send(null)}>
            Pas encore déposé
          </button>
        </div>
        <Failure error={recorded.error} />
        {messages.map((message) => (
          <p key={message} role="alert" className="error">
            {message}
          </p>
        ))}
      </form>
    </section>
  );
}
