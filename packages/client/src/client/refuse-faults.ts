import { ConfigurationError } from '../errors/configuration-error.ts';

/** Runs a check of options. @throws ConfigurationError with what the check found. */
export function refuseFaults(check: () => void): void {
  try {
    check();
  } catch (fault) {
    throw new ConfigurationError((fault as Error).message);
  }
}
