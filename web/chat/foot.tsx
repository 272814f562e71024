import { LanguageChoice } from "../shared/language-choice.tsx";

/** What is there for whoever looks for it. */
export function Foot() {
  return (
    <div class="inner foot">
      <LanguageChoice />
    </div>
  );
}
