// A household: its form on one side, the documents that follow from the answers on the other, kept current by events.
import { useEffect, useState } from "react";
import { useMutation, useQuery, useSubscription } from "urql";

import { Documents } from "./Documents";
import { Failure } from "./Failure";
import { graphql } from "./gql";
import { StepForm } from "./StepForm";

const HOUSEHOLD = graphql(`
  query Household($id: ID!) {
    eventCursor
    household(id: $id, language: FR) {
      id
      label
      revision
      form {
        ...Step
      }
      documents(requirement: [TO_REGISTER, TO_PROCESS], outcome: [APPLIED]) {
        ...Document
      }
    }
  }
`);

const CHANGED = graphql(`
  subscription HouseholdChanged($id: ID!, $after: String) {
    subjectChanged(id: $id, after: $after, language: FR) {
      cursor
      causes {
        sentence
      }
    }
  }
`);

const ADD = graphql(`
  mutation AddPerson($input: UpdateHouseholdInput!) {
    updateHousehold(input: $input) {
      ... on HouseholdSaved {
        household {
          id
          revision
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

export function HouseholdPage({ id }: { id: string }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: HOUSEHOLD, variables: { id } });
  const [after, setAfter] = useState<string | null>(null);
  const cursor = data?.eventCursor ?? null;
  useEffect(() => setAfter((first) => first ?? cursor), [cursor]);
  const [changed] = useSubscription({ query: CHANGED, variables: { id, after }, pause: after === null });
  const event = changed.data?.subjectChanged;
  const told = event?.cursor;
  useEffect(() => {
    if (told !== undefined) ask({ requestPolicy: "network-only" });
  }, [told, ask]);
  if (error !== undefined) return <Failure error={error} />;
  if (data === undefined) return <p>{fetching ? "Lecture du dossier…" : ""}</p>;
  if (data.household === null) return <p>Aucun dossier ne porte cet identifiant.</p>;
  const { label, revision, form, documents } = data.household;
  return (
    <>
      <h1>{label ?? "Demande de logement"}</h1>
      <div className="two">
        <div className="stack">
          <StepForm id={id} revision={revision} steps={form} />
          <AddPerson id={id} />
        </div>
        <div className="stack">
          <section aria-labelledby="causes" aria-live="polite">
            <h2 id="causes">Dernier changement</h2>
            {event?.causes.map((cause) => <p key={cause.sentence}>{cause.sentence}</p>) ?? <p>Rien depuis l’ouverture de cette page.</p>}
          </section>
          <Documents documents={documents} />
        </div>
      </div>
    </>
  );
}

function AddPerson({ id }: { id: string }) {
  const [added, add] = useMutation(ADD);

  async function send(data: FormData) {
    const key = String(data.get("name") ?? "")
      .trim()
      .toLowerCase();
    if (key !== "") await add({ input: { id, facts: { persons: [{ key }] }, idempotencyKey: crypto.randomUUID() } });
  }

  const refused = added.data?.updateHousehold;
  return (
    <section aria-labelledby="person">
      <h2 id="person">Ajouter une personne</h2>
      <form action={(data) => send(data)}>
        <label>
          Prénom, sans accent ni espace
          <input name="name" pattern="[A-Za-z0-9_\-]+" required />
        </label>
        <button type="submit">Ajouter</button>
        <Failure error={added.error} />
        {refused && "message" in refused && (
          <p role="alert" className="error">
            {refused.message}
          </p>
        )}
      </form>
    </section>
  );
}
