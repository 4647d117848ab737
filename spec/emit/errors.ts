import type { Enum, EnumMember, Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { placeOf } from './place.ts';
import { filled, filledBoth } from './placeholders.ts';
import type { Bilingual } from './text-types.ts';

/** An error code of the contract, with defaults filled in. */
export interface ErrorEntry {
  readonly code: string;
  readonly family: 'operation' | 'gateway' | 'upload';
  readonly httpStatus: number;
  readonly message: string;
  readonly pageDescription: string | null;
  readonly meaning: Bilingual;
  readonly trigger: Bilingual;
  readonly fix: Bilingual;
  readonly cause: string;
  readonly picture: string;
  readonly retry: string;
  readonly reach: string;
  readonly part: string | null;
  readonly search: SearchTerms;
  readonly slug: string;
}

/** Search terms of a code, in both languages. */
export interface SearchTerms {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

type Family = Pick<ErrorEntry, 'family' | 'httpStatus'>;
type Info = Omit<ErrorEntry, 'code' | 'family' | 'httpStatus' | 'slug' | 'part' | 'pageDescription' | 'search'> & {
  readonly search?: SearchTerms;
  readonly part?: string;
  readonly pageZh?: string;
};

/** All codes: operation, gateway, upload; within a family by status, then in the order of the source. */
export function errorEntries(program: Program): ErrorEntry[] {
  const families = recorded<Family>(program, 'errorFamily');
  const entries = [...families].flatMap(([type, family]) =>
    [...(type as Enum).members.values()].map((member) => errorEntry(program, member, family)),
  );
  const rank = ['operation', 'gateway', 'upload'];
  return entries.sort((a, b) => rank.indexOf(a.family) - rank.indexOf(b.family) || a.httpStatus - b.httpStatus);
}

function errorEntry(program: Program, member: EnumMember, family: Family): ErrorEntry {
  const info = recorded<Info>(program, 'errorInfo').get(member);
  if (info === undefined) throw new Error(`${placeOf(member)}: ${member.name} has no @errorInfo`);
  const { message, meaning, trigger, fix, cause } = info;
  return {
    code: member.name,
    ...family,
    message,
    pageDescription: info.pageZh ?? null,
    meaning: filledBoth(program, meaning),
    trigger: filledBoth(program, trigger),
    fix: filledBoth(program, fix),
    cause,
    picture: info.picture ?? 'none',
    retry: info.retry ?? 'never',
    reach: info.reach,
    part: info.part ?? null,
    search: searchTerms(program, info.search),
    slug: errorSlug(member.name, family.family),
  };
}

/** Terms with limits filled in; empty when the contract has none. */
function searchTerms(program: Program, { en, zh }: SearchTerms = { en: [], zh: [] }): SearchTerms {
  return { en: en.map((term) => filled(program, term, 'en')), zh: zh.map((term) => filled(program, term, 'zh')) };
}

/** Last path segment of a code's page. */
function errorSlug(code: string, family: string): string {
  const slug = code.toLowerCase().replaceAll('.', '-');
  return family === 'upload' ? `upload-${slug}` : slug;
}
