import type { Bilingual } from '@semblance/spec/error-catalog';
import { CommandError } from './report-failure.ts';

/** Languages of reports. */
export type ReportLanguage = keyof Bilingual;

const languages = { en: true, zh: true } as const satisfies Record<ReportLanguage, true>;

/** The language of that name. @throws CommandError for an unknown name. */
export function readLanguage(name: string): ReportLanguage {
  if (Object.hasOwn(languages, name)) return name as ReportLanguage;
  throw new CommandError(`there is no language "${name}"; choose one of ${Object.keys(languages).join(', ')}`);
}
