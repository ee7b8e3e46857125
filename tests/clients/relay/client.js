// What Relay's compiler reads and checks against schema.graphql; relay.mjs runs what it writes.
import { graphql } from "relay-runtime";

export const create = graphql`
  mutation clientCreateMutation($input: CreateHouseholdInput!) {
    createHousehold(input: $input) {
      __typename
      ... on HouseholdSaved { household { id revision } }
      ... on Error { code message }
    }
  }
`;
export const update = graphql`
  mutation clientUpdateMutation($input: UpdateHouseholdInput!) {
    updateHousehold(input: $input) {
      __typename
      ... on HouseholdSaved { household { id revision } }
      ... on Error { code message }
    }
  }
`;
export const documents = graphql`
  query clientDocumentsQuery($id: ID!) {
    household(id: $id) { id documents { key title outcome } decision { id number } }
  }
`;
export const decisions = graphql`
  query clientDecisionsQuery($first: Int!, $after: String) {
    decisions(first: $first, after: $after) @connection(key: "client_decisions") { edges { node { id number } } pageInfo { endCursor hasNextPage } }
  }
`;
export const changed = graphql`
  subscription clientChangedSubscription($id: ID!) {
    subjectChanged(id: $id) { __typename cursor subject { id } }
  }
`;
