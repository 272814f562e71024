import { isLanguage, LANGUAGES } from "../words/languages.ts";
import { language, speak, words } from "../words/words.ts";
import { Globe } from "./icons.tsx";

/**
 * Each language by its own name, so that nobody has to read another to find theirs. `before`: what
 * has to be done before the page is loaded again.
 */
export function LanguageChoice({ before }: { before?: () => void }) {
  return (
    <span class="language">
      <Globe />
      <select
        aria-label={words.foot.language}
        value={language}
        onChange={({ currentTarget: { value } }) => {
          if (!isLanguage(value)) return;
          before?.();
          speak(value);
        }}
      >
        {Object.entries(LANGUAGES).map(([id, { name }]) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
