import { ConfigurationError } from '../errors/configuration-error.ts';

/** Runs a check of options. @throws ConfigurationError with the check's message. */
export function refuseFaults(check: () => void): void {
  try {
    check();
  } catch (fault) {
    throw new ConfigurationError((fault as Error).message);
  }
}
