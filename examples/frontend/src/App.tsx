// The frame of every page, and which page the address asks for.
import { useEffect, useState } from "react";

import { keepToken, token } from "./client";
import { Home } from "./Home";
import { HouseholdPage } from "./HouseholdPage";
import { OperationPage } from "./OperationPage";

function useAddress(): string[] {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const changed = () => setHash(window.location.hash);
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
}

function Page() {
  const [kind, id] = useAddress();
  if (kind === "household" && id !== undefined) return <HouseholdPage key={id} id={id} />;
  if (kind === "operation" && id !== undefined) return <OperationPage key={id} id={id} />;
  return <Home />;
}

function Token() {
  return (
    <form
      className="token"
      action={(data) => {
        keepToken(String(data.get("token") ?? ""));
        window.location.reload();
      }}
    >
      <label>
        <span className="hidden">Jeton d’accès</span>
        <input name="token" type="password" autoComplete="off" placeholder="Jeton d’accès" defaultValue={token()} />
      </label>
      <button type="submit">Se connecter</button>
    </form>
  );
}

export function App() {
  return (
    <>
      <header>
        <strong>Attendu</strong>
        <nav aria-label="Principal">
          <a href="#/">Dossiers</a>
        </nav>
        <Token />
      </header>
      <main>
        <Page />
      </main>
    </>
  );
}
