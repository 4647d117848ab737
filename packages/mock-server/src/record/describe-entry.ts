import type { JournalEntry, PictureSummary } from './journal-entry.ts';

/**
 * Describes an entry in one line: `#3 POST CompareSimilarByImage demoinstance1 png 100×100 | jpeg 640×480 → 403 DeniedRequest`; a fault that met the
 * answer on its way comes last: `→ 200 score 0.72, connection-reset`.
 */
export function describeEntry(entry: JournalEntry): string {
  const { number, method, action = 'no action', instanceName = '', primary, secondary, reply } = entry;
  const pictures = [primary, secondary].map(describePicture).join(' | ');
  const outcome = reply.code === 0 ? `score ${reply.score ?? ''}`.trim() : (reply.code ?? '');
  const answer = [`${reply.status} ${outcome}`.trim(), reply.fault].filter((text) => text !== undefined).join(', ');
  return `#${number} ${method} ${action} ${instanceName} ${pictures} → ${answer}`.replaceAll(/ +/g, ' ');
}

/** A few words about a picture. */
export function describePicture(picture: PictureSummary): string {
  switch (picture.kind) {
    case 'absent':
      return 'no picture';
    case 'address':
      return 'uploaded';
    case 'unreadable':
      return `${picture.bytes} bytes, unreadable`;
    case 'picture':
      return `${picture.format} ${picture.width}×${picture.height}`;
  }
}
