// The documents asked of a household, each with its reasons.
import { graphql } from "./gql";
import type { DocumentFragment } from "./gql/graphql";
import { Reasons } from "./Reasons";

export const DOCUMENT = graphql(`
  fragment Document on DocumentItem {
    key
    title
    part
    number
    period
    alternatives
    asked
    receipt {
      state
      reason
    }
    because {
      ...Reason
    }
    rule {
      sources {
        ...Source
      }
    }
  }
`);

const STATES = {
  AWAITED: "Attendue",
  RECEIVED: "Reçue",
  ACCEPTED: "Acceptée",
  REFUSED: "Refusée",
} as const satisfies Record<NonNullable<DocumentFragment["receipt"]>["state"], string>;

function Document({ document }: { document: DocumentFragment }) {
  return (
    <li data-key={document.key}>
      <h3>
        {document.number > 1 && `${document.number} × `}
        {document.title}
        {document.part !== null && ` (${document.part})`}
      </h3>
      {document.receipt !== null && (
        <p data-state={document.receipt.state}>
          {STATES[document.receipt.state]}
          {document.receipt.reason !== null && ` : ${document.receipt.reason}`}
        </p>
      )}
      {document.period !== null && <p>{document.period}</p>}
      {document.alternatives.length > 0 && <p>Ou bien : {document.alternatives.join(" ; ")}</p>}
      <Reasons title={document.title} reasons={document.because} sources={document.rule.sources} />
    </li>
  );
}

export function Documents({ documents }: { documents: DocumentFragment[] }) {
  const asked = documents.filter((each) => each.asked);
  return (
    <section aria-labelledby="documents" aria-live="polite">
      <h2 id="documents">Pièces à fournir ({asked.length})</h2>
      <ul className="items">
        {asked.map((each) => (
          <Document key={each.key} document={each} />
        ))}
      </ul>
    </section>
  );
}
