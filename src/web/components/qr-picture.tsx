import { qrCodeOf, qrPath } from '../qr/qr-code.js';

/** Light modules around the code, without which readers do not find it. */
const MARGIN = 4;

/** A text to be read by the camera of a phone. @param title what it is for, said to those who do not see it. */
export function QrPicture({ text, title }: { readonly text: string; readonly title: string }) {
  const code = qrCodeOf(text);
  const size = String(code.length + 2 * MARGIN);
  return (
    <svg class="qr" viewBox={`-${String(MARGIN)} -${String(MARGIN)} ${size} ${size}`} role="img" aria-label={title}>
      <path class="qr-paper" d={`M-${String(MARGIN)} -${String(MARGIN)}h${size}v${size}h-${size}z`} />
      <path d={qrPath(code)} shape-rendering="crispEdges" />
    </svg>
  );
}
