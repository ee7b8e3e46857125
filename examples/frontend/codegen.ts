import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../schema.graphql",
  documents: ["src/**/*.tsx", "src/**/*.ts"],
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: { strictScalars: true, useTypeImports: true, enumsAsTypes: true, scalars: { Date: "string", DateTime: "string", Decimal: "string", JSON: "unknown" } },
    },
  },
};

export default config;
