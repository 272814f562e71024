/**
 * A text that changes while it is seen. A browser that translates the page takes text nodes out of
 * it and never hears of their changes again, so each text has an element of its own, to be
 * translated anew. What is no language, such as a figure or a name, says `translate={false}` instead.
 */
export function Changing({ text }: { text: string }) {
  return <span key={text}>{text}</span>;
}
