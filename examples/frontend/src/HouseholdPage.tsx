// A household: its form on one side, the documents that follow from the answers on the other.
import { useMutation, useQuery } from "urql";

import { Documents } from "./Documents";
import { Failure } from "./Failure";
import { graphql } from "./gql";
import { StepForm } from "./StepForm";

const HOUSEHOLD = graphql(`
  query Household($id: ID!) {
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
  const [{ data, error, fetching }] = useQuery({ query: HOUSEHOLD, variables: { id } });
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
        <Documents documents={documents} />
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
