import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { systemErrorText } from '@semblance/wire/system-error';
import { StartError } from '../../config/start-error.ts';

/** Caller, action and outcome of a call. Names only. */
export interface AuditRecord {
  readonly time: string;
  readonly requestId: string;
  readonly peer: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly principal: string | undefined;
  readonly action: string | undefined;
  readonly instance: string | undefined;
  readonly status: number;
  readonly code: string;
  readonly ms: number;
}

/** An audit log. */
export interface AuditLog {
  readonly write: (record: AuditRecord) => void;
  /** Reopens the file after it was rotated. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Most lines waiting for a slow disk. */
const maxWaiting = 10_000;

/**
 * Appends one JSON object per line to a file readable by this user only. A failing disk does not stop the engine: lost lines are counted,
 * and `onFault` is called.
 * @failure StartError when the file cannot be opened.
 */
export async function openAuditLog(
  file: string | undefined,
  onFault: (cause: unknown, lostLines: number) => void,
): Promise<AuditLog> {
  if (file === undefined)
    return { write: () => undefined, reopen: async () => undefined, close: async () => undefined };
  let handle = await openFile(file);
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      await handle.appendFile(lines.join('')).catch((cause: unknown) => onFault(cause, lines.length));
    }
    writing = undefined;
  };
  return {
    write: (record) => {
      if (waiting.length >= maxWaiting) return onFault(new Error('the disk is too slow'), 1);
      waiting.push(`${JSON.stringify(record)}\n`);
      writing ??= writeAll();
    },
    reopen: async () => {
      const fresh = await openFile(file);
      await writing;
      await handle.close();
      handle = fresh;
    },
    close: async () => {
      await writing;
      await handle.close();
    },
  };
}

async function openFile(file: string): Promise<FileHandle> {
  return open(file, 'a', 0o600).catch((error: unknown) => {
    throw new StartError(
      `logging.auditFile ${file}: it cannot be written: ${systemErrorText(error)}; name another file`,
    );
  });
}
