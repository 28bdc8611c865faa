/** UTF-16 units of a question that are shown: some are pasted and very long. */
const shown = 2_000;

/** What the user has asked. */
export function QuestionLine({ question }: { readonly question: string }) {
  const text = question.length > shown ? `${question.slice(0, shown).toWellFormed()} …` : question;
  return (
    <h3 class="question" dir="auto">
      {text}
    </h3>
  );
}
