/** Every sentence by its path; a function says what it says of 7 things, or of "Ada" and "Bo". */
export function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const says = (...given: unknown[]): [string, string] => [path, String(value(...given))];
    return [says(7, 9), says("Ada", "Bo")];
  }
  return Object.entries(value ?? {}).flatMap(([key, part]) =>
    sentences(part, path === "" ? key : `${path}.${key}`),
  );
}
