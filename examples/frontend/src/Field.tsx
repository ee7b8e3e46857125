// One question as a control, and what was entered as an answer of the type that the question has.
import { graphql } from "./gql";
import type { AnswerValueInput, AskedFragment } from "./gql/graphql";

export const ASKED = graphql(`
  fragment Asked on MissingFact {
    fact
    part
    label
    help
    type
    unitText
    optional
    minimum
    maximum
    options {
      value
      label
    }
    rules {
      title
    }
  }
`);

const NONE = "none:";

export function nameOf(question: AskedFragment): string {
  return `${question.fact}@${question.part ?? ""}`;
}

/** Return the answer to *question*, or null where nothing was entered. */
export function answerOf(question: AskedFragment, data: FormData): AnswerValueInput | null {
  const name = nameOf(question);
  if (data.has(NONE + name)) return { none: true };
  const entered = data.getAll(name).map(String).filter((each) => each !== "");
  const [first] = entered;
  if (first === undefined) return null;
  switch (question.type) {
    case "TEXT":
      return { text: first };
    case "INTEGER":
      return { integer: Number.parseInt(first, 10) };
    case "DECIMAL":
      return { decimal: first.replace(/\s/g, "").replace(",", ".") };
    case "DATE":
      return { date: first };
    case "BOOLEAN":
      return { boolean: first === "true" };
    case "CHOICE":
      return { choice: first };
    case "CHOICES":
      return { choices: entered };
    case "TABLE":
      return { table: first.split("\n").map(entry) };
  }
}

function entry(line: string): { key: string; value: string | null } {
  const [key = "", value = ""] = line.split(":").map((each) => each.trim());
  return { key, value: value === "" ? null : value.replace(",", ".") };
}

export function Field({ question }: { question: AskedFragment }) {
  const name = nameOf(question);
  const label = [question.part === null ? question.label : `${question.label} (${question.part})`, question.unitText ?? []].flat().join(", ");
  return (
    <div className="field" data-fact={question.fact}>
      {question.type === "CHOICES" ? <Choices name={name} label={label} question={question} /> : <One name={name} label={label} question={question} />}
      {question.help !== null && <p className="help">{question.help}</p>}
      {question.optional && (
        <label className="choice">
          <input type="checkbox" name={NONE + name} /> sans objet<span className="hidden"> : {label}</span>
        </label>
      )}
      <details className="reasons">
        <summary>
          Pourquoi cette question ?<span className="hidden"> {label}</span>
        </summary>
        <ul>
          {question.rules.map((rule) => (
            <li key={rule.title}>{rule.title}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface Asked {
  name: string;
  label: string;
  question: AskedFragment;
}

function Choices({ name, label, question }: Asked) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {question.options.map((option) => (
        <label className="choice" key={option.value}>
          <input type="checkbox" name={name} value={option.value} /> {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function One({ name, label, question }: Asked) {
  return (
    <label>
      {label}
      <Control name={name} question={question} />
    </label>
  );
}

function Control({ name, question }: Omit<Asked, "label">) {
  switch (question.type) {
    case "BOOLEAN":
      return (
        <Options
          name={name}
          options={[
            { value: "true", label: "oui" },
            { value: "false", label: "non" },
          ]}
        />
      );
    case "CHOICE":
      return <Options name={name} options={question.options} />;
    case "DATE":
      return <input type="date" name={name} />;
    case "INTEGER":
      return <input type="number" step="1" name={name} />;
    case "DECIMAL":
      return <input inputMode="decimal" name={name} />;
    case "TABLE":
      return <textarea name={name} rows={4} placeholder="2025 : 1,5" />;
    default:
      return <input name={name} />;
  }
}

function Options({ name, options }: { name: string; options: AskedFragment["options"] }) {
  return (
    <select name={name} defaultValue="">
      <option value="">à préciser</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
