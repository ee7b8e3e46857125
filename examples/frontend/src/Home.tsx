// The files that the caller may open, and a new household.
import { useMutation, useQuery } from "urql";

import { Failure } from "./Failure";
import { graphql } from "./gql";
import type { FilesQuery } from "./gql/graphql";

const FILES = graphql(`
  query Files($households: String, $operations: String) {
    households(first: 10, after: $households) {
      nodes {
        id
        label
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    operations(first: 10, after: $operations) {
      nodes {
        id
        label
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CREATE = graphql(`
  mutation CreateHousehold($input: CreateHouseholdInput!) {
    createHousehold(input: $input) {
      ... on HouseholdSaved {
        household {
          id
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

export function Home() {
  const [{ data, error }] = useQuery({ query: FILES, variables: {}, requestPolicy: "cache-and-network" });
  const [created, create] = useMutation(CREATE);

  async function begin() {
    const facts = { persons: [{ key: "demandeur", role: "APPLICANT" as const }] };
    const { data: made } = await create({ input: { facts, idempotencyKey: crypto.randomUUID() } });
    const saved = made?.createHousehold;
    if (saved && "household" in saved && saved.household !== null) window.location.hash = `#/household/${saved.household.id}`;
  }

  return (
    <>
      <h1>Dossiers</h1>
      <Failure error={error ?? created.error} />
      <section aria-labelledby="households">
        <h2 id="households">Ménages</h2>
        <Links kind="household" files={data?.households?.nodes ?? []} />
        <p>
          <button type="button" onClick={() => void begin()}>
            Nouvelle demande
          </button>
        </p>
      </section>
      <section aria-labelledby="operations">
        <h2 id="operations">Opérations</h2>
        <Links kind="operation" files={data?.operations?.nodes ?? []} />
      </section>
    </>
  );
}

type File = NonNullable<FilesQuery["households"]>["nodes"][number];

function Links({ kind, files }: { kind: "household" | "operation"; files: File[] }) {
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`#/${kind}/${encodeURIComponent(file.id)}`}>{file.label ?? file.id}</a>
        </li>
      ))}
    </ul>
  );
}
