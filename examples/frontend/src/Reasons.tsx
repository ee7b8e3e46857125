// Why something came out as it did: sentences made by the server, what stands behind each, and the legal texts.
import { graphql } from "./gql";
import type { ReasonFragment, SourceFragment } from "./gql/graphql";

export const REASON = graphql(`
  fragment Reason on Reason {
    sentence
    because {
      sentence
      because {
        sentence
      }
    }
  }
`);

export const SOURCE = graphql(`
  fragment Source on Source {
    reference
    address
  }
`);

type Behind = ReasonFragment["because"][number] | ReasonFragment["because"][number]["because"][number];

function Sentences({ reasons }: { reasons: (ReasonFragment | Behind)[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.sentence}>
          {reason.sentence}
          {"because" in reason && <Sentences reasons={reason.because} />}
        </li>
      ))}
    </ul>
  );
}

function Text({ source }: { source: SourceFragment }) {
  return source.address === null ? <>{source.reference}</> : <a href={source.address}>{source.reference}</a>;
}

export function Reasons({ title, reasons, sources }: { title: string; reasons: ReasonFragment[]; sources: SourceFragment[] }) {
  return (
    <details className="reasons">
      <summary>
        Pourquoi ?<span className="hidden"> {title}</span>
      </summary>
      <Sentences reasons={reasons} />
      <p>Textes :</p>
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.reference}>
            <Text source={source} />
          </li>
        ))}
      </ul>
    </details>
  );
}
