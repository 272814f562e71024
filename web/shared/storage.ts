/** What this browser keeps between visits. A browser may refuse to keep anything: then a page remembers while it is open. */
const PROBE = "probe";
const fallback = new Map<string, string>();

/** Shared by all tabs of this browser. */
export const local = shelf(() => localStorage);
/** This tab alone. */
export const tab = shelf(() => sessionStorage);

export interface Shelf {
  recall(key: string): string | undefined;
  keep(key: string, value: string): void;
  forget(key: string): void;
  /** Whether what is kept outlives the page. */
  lasts(): boolean;
}

function shelf(open: () => Storage): Shelf {
  // Private windows and blocked cookies throw on access, full ones on writing.
  const attempt = <T>(use: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return use(open());
    } catch {
      return otherwise();
    }
  };
  return {
    // What could not be kept is newer than what was.
    recall: (key) =>
      fallback.get(key) ??
      attempt(
        (storage) => storage.getItem(key) ?? undefined,
        () => undefined,
      ),
    keep: (key, value) =>
      attempt<unknown>(
        (storage) => {
          storage.setItem(key, value);
          fallback.delete(key);
        },
        () => fallback.set(key, value),
      ),
    lasts: () =>
      attempt(
        (storage) => {
          storage.setItem(PROBE, "");
          storage.removeItem(PROBE);
          return true;
        },
        () => false,
      ),
    forget: (key) => {
      fallback.delete(key);
      attempt(
        (storage) => storage.removeItem(key),
        () => undefined,
      );
    },
  };
}

export const KEYS = {
  token: "access_token",
  guest: "guest_pass",
  draft: "draft",
  reply: "reply",
  outbox: "outbox",
  ownMessages: "belongings",
  ignored: "ignored",
  choices: "choices",
  language: "language",
  accepted: "rules_accepted_on",
  firstSteps: "first_steps",
  cooledFor: "cooled_for",
  singleKeys: "single_keys",
} as const;
