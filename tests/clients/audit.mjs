// Run the audits against the address given and say, in one line of JSON each, how they went; fail unless all are "ok".
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
for (const { id, name, status, reason } of results) {
  console.log(JSON.stringify({ id, name, status, reason }));
}
process.exit(results.every(({ status }) => status === "ok") ? 0 : 1);
