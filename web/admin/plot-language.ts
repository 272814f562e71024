import { locale } from "../words/words.ts";

/**
 * uPlot makes its format of numbers as it is loaded, of what the browser names as its language, and
 * cannot be loaded where that is the machine's locale, as in "en-US@posix". To be imported before it.
 */
Object.defineProperty(navigator, "language", { value: locale, configurable: true });
