import { isLanguage, LANGUAGES } from "../words/languages.ts";
import { language, speak, words } from "../words/words.ts";
import { Globe } from "./icons.tsx";

/** Each language by its own name, so that nobody has to read another to find theirs. */
export function LanguageChoice() {
  return (
    <span class="language">
      <Globe />
      <select
        aria-label={words.foot.language}
        value={language}
        onChange={({ currentTarget: { value } }) => {
          if (isLanguage(value)) speak(value);
        }}
      >
        {Object.entries(LANGUAGES).map(([id, name]) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
