// What every client asks, and how what came back is told: one line of JSON, read by the tests.
export const CREATE = `mutation Create($input: CreateHouseholdInput!) {
  createHousehold(input: $input) {
    __typename
    ... on HouseholdSaved { household { id revision } }
    ... on Error { code message }
  }
}`;
export const DOCUMENTS = `query Documents($id: ID!) {
  household(id: $id) { id documents { key title outcome } decision { id number } }
}`;
export const DECISIONS = `query Decisions($first: Int!, $after: String) {
  decisions(first: $first, after: $after) { edges { cursor node { id number } } pageInfo { hasNextPage endCursor } }
}`;
export const CHANGED = `subscription Changed($id: ID!) {
  subjectChanged(id: $id) { __typename cursor subject { id } }
}`;
export const UPDATE = `mutation Update($input: UpdateHouseholdInput!) {
  updateHousehold(input: $input) { __typename ... on HouseholdSaved { household { id revision } } ... on Error { code message } }
}`;
export const FACTS = { rent: "500", persons: [{ key: "marie", role: "APPLICANT", bornOn: "1990-05-01", nationality: "FRENCH" }] };

export const socketOf = (url) => url.replace(/^http/, "ws");

/** Say what a client got, and end: open sockets do not hold the process. */
export function told(answers) {
  console.log(JSON.stringify(answers));
  process.exit(0);
}
