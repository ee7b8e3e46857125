// What went wrong, in the server's own words: each of its errors says what to do.
import type { CombinedError } from "urql";

export function Failure({ error }: { error: CombinedError | undefined }) {
  if (error === undefined) return null;
  const told = error.graphQLErrors.map((each) => each.message);
  return (
    <p role="alert" className="error">
      {told.length > 0 ? told.join(" ") : "Le serveur ne répond pas. Nouvel essai dès que la connexion revient."}
    </p>
  );
}
