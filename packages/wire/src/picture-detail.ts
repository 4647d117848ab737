/** Which picture of a comparison a detail is about. */
export type PictureRole = 'primary' | 'secondary';

/** What is wrong, and with which picture, if known. */
export interface PictureDetail {
  readonly picture: PictureRole | undefined;
  readonly detail: string | undefined;
}

/** Writes the header `x-semblance-detail`: what is wrong, and with which picture. `undefined` when there is no detail. */
export function writePictureDetail({ picture, detail }: PictureDetail): string | undefined {
  if (picture === undefined) return detail;
  const start = picture === 'primary' ? 'Primary picture' : 'Secondary picture';
  return detail === undefined ? `${start}.` : `${start}: ${detail}`;
}

/** Reads what `writePictureDetail` wrote, or a text that names no picture. */
export function readPictureDetail(text: string | null): PictureDetail {
  const [, start, detail] = /^(Primary|Secondary) picture(?:\.$|: (.+)$)/.exec(text ?? '') ?? [];
  if (start === undefined) return { picture: undefined, detail: text || undefined };
  return { picture: start === 'Primary' ? 'primary' : 'secondary', detail };
}
