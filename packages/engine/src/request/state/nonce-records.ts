import { crc32 } from 'node:zlib';
import type { NonceEntry } from '@semblance/signing/verify';

/** A record of a journal: an entry, its number, and the time before which the journal knew nothing when it was written. */
export interface NonceRecord extends NonceEntry {
  readonly sequence: number;
  /** Milliseconds since 1970, whole seconds; 0 if everything was known. */
  readonly forgottenUntilMs: number;
}

/** Size of a record, chosen so that none crosses a disk sector. */
export const recordBytes = 32;
const digestBytes = 12;
const checkedBytes = 28;

/**
 * Writes a record: 12 bytes of the digest, date and memory's reach in seconds (4 bytes each), sequence (6), two bytes of zeros, CRC-32 (4).
 * Dates of signatures are whole seconds.
 */
export function writeRecord(target: Buffer, at: number, record: NonceRecord): void {
  target.write(record.digest.slice(0, 2 * digestBytes), at, 'hex');
  target.writeUInt32LE(record.signedAtMs / 1000, at + 12);
  target.writeUInt32LE(Math.ceil(record.forgottenUntilMs / 1000), at + 16);
  target.writeUIntLE(record.sequence, at + 20, 6);
  target.writeUInt16LE(0, at + 26);
  target.writeUInt32LE(crc32(target.subarray(at, at + checkedBytes)), at + checkedBytes);
}

/** Content of a journal. */
export interface JournalContent {
  /** Records in writing order. */
  readonly records: readonly NonceRecord[];
  /** Whether some place is neither a record nor empty, because the disk or the machine failed. */
  readonly isDamaged: boolean;
}

/** Reads all records of a journal; places that were never written are zero. */
export function readRecords(bytes: Buffer): JournalContent {
  const records: NonceRecord[] = [];
  let isDamaged = bytes.length % recordBytes !== 0;
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    const place = bytes.subarray(at, at + recordBytes);
    if (place.readUInt32LE(checkedBytes) === crc32(place.subarray(0, checkedBytes))) records.push(readRecord(place));
    else if (place.some((byte) => byte !== 0)) isDamaged = true;
  }
  records.sort((left, right) => left.sequence - right.sequence);
  return { records, isDamaged };
}

function readRecord(place: Buffer): NonceRecord {
  return {
    digest: place.toString('hex', 0, digestBytes),
    signedAtMs: place.readUInt32LE(12) * 1000,
    forgottenUntilMs: place.readUInt32LE(16) * 1000,
    sequence: place.readUIntLE(20, 6),
  };
}
