// The schema keeps to what Relay expects of connections, edges, page infos and their arguments.
import graphql from "@graphql-eslint/eslint-plugin";

const rules = {
  ...graphql.configs["flat/schema-relay"].rules,
  "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }], // pages go forward only, as the specification of connections allows
  "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
  // ^ short lists, such as the reasons of an answer, are plain lists; rules and files alike are nodes, values are not
};

export default [
  {
    files: ["schema.graphql"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "schema.graphql" } } },
    plugins: { "@graphql-eslint": graphql },
    rules,
  },
];
