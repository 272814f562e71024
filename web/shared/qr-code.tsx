import { encode } from "uqr";

/** Modules of white around it, without which no camera finds it (ISO/IEC 18004). */
const QUIET = 4;

/** Dark on light in every scheme: some cameras read no other. */
export function QrCode({ holds, label }: { holds: string; label: string }) {
  const { data, size } = encode(holds, { ecc: "M", border: QUIET });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={dark.join("")} />
    </svg>
  );
}
