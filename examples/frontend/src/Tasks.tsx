// The tasks of an operation, each with its alert, its due day and its reasons.
import { graphql } from "./gql";
import type { TaskFragment } from "./gql/graphql";
import { Reasons } from "./Reasons";

export const TASK = graphql(`
  fragment Task on TaskItem {
    key
    title
    part
    state
    dueOn
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
  MISSED: "Échue",
  CRITICAL: "Alerte critique",
  MODERATE: "Alerte modérée",
  TO_DO: "À faire",
  CLOSED: "Close",
} as const satisfies Record<NonNullable<TaskFragment["state"]>, string>;

const ORDER = Object.keys(STATES);
const DAY = new Intl.DateTimeFormat("fr", { dateStyle: "long", timeZone: "UTC" });

function said(day: string): string {
  return DAY.format(new Date(day)).replace(/^1 /, "1er ");
}

export function Tasks({ tasks }: { tasks: TaskFragment[] }) {
  const shown = tasks
    .filter((each) => each.state !== null)
    .sort((one, other) => ORDER.indexOf(one.state ?? "") - ORDER.indexOf(other.state ?? "") || (one.dueOn ?? "9").localeCompare(other.dueOn ?? "9"));
  return (
    <section aria-labelledby="tasks" aria-live="polite">
      <h2 id="tasks">Tâches</h2>
      <ol className="items">
        {shown.map((task) => (
          <li key={task.key} className={task.state ?? ""} data-key={task.key} data-state={task.state}>
            <h3>
              {task.title}
              {task.part !== null && ` (${task.part})`}
            </h3>
            <p>
              {task.state !== null && STATES[task.state]}
              {task.dueOn !== null && `, pour le ${said(task.dueOn)}`}
            </p>
            <Reasons title={task.title} reasons={task.because} sources={task.rule.sources} />
          </li>
        ))}
      </ol>
    </section>
  );
}
