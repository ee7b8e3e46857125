// The form, one step at a time: it knows no fact by name, it draws what is missing and sends the answers back as they were asked.
import { useMutation } from "urql";

import { answerOf, Field, nameOf } from "./Field";
import { Failure } from "./Failure";
import { graphql } from "./gql";
import type { StepFragment } from "./gql/graphql";

export const STEP = graphql(`
  fragment Step on FormStep {
    number
    title
    missing {
      ...Asked
    }
    given {
      fact
      part
      label
      text
    }
  }
`);

const ANSWER = graphql(`
  mutation Answer($input: AnswerQuestionsInput!) {
    answerQuestions(input: $input) {
      __typename
      ... on HouseholdSaved {
        household {
          id
          revision
        }
      }
      ... on Error {
        message
      }
      ... on InvalidFacts {
        problems {
          message
        }
      }
    }
  }
`);

export function StepForm({ id, revision, steps }: { id: string; revision: number; steps: StepFragment[] }) {
  const [answered, answer] = useMutation(ANSWER);
  const step = steps.find((each) => each.missing.length > 0);
  if (step === undefined) {
    return (
      <section>
        <h2>Formulaire</h2>
        <p>Toutes les questions ont leur réponse.</p>
      </section>
    );
  }

  async function send(data: FormData, questions: StepFragment["missing"]) {
    const answers = questions.flatMap((question) => {
      const value = answerOf(question, data);
      return value === null ? [] : [{ fact: question.fact, part: question.part, value }];
    });
    if (answers.length > 0) {
      await answer({ input: { id, answers, expectedVersion: revision, idempotencyKey: crypto.randomUUID() } });
    }
  }

  const result = answered.data?.answerQuestions;
  const messages = result && "message" in result ? ("problems" in result ? result.problems.map((each) => each.message) : [result.message]) : [];
  return (
    <section aria-labelledby="step">
      <h2 id="step">
        Étape {step.number} sur {steps.length} : {step.title}
      </h2>
      <form key={revision} data-revision={revision} action={(data) => send(data, step.missing)}>
        <fieldset>
          <legend className="hidden">{step.title}</legend>
          {step.missing.map((question) => (
            <Field key={nameOf(question)} question={question} />
          ))}
          <button type="submit">Enregistrer</button>
          <Failure error={answered.error} />
          {messages.map((message) => (
            <p key={message} role="alert" className="error">
              {message}
            </p>
          ))}
        </fieldset>
      </form>
    </section>
  );
}
