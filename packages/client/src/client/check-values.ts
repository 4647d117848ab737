import { instanceNameMaxLength } from '@semblance/spec/limits';
import { OptionFault } from './option-fault.ts';
import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { ClientOptions } from './client-options.ts';

/** The error for an option that has no effect. */
export function withoutEffect(name: string, why: string): OptionFault {
  return new OptionFault(`The option "${name}" has no effect: ${why}.`);
}

/** Instance names that select a scenario of the mock server may be longer than the contract allows. */
const mockName = /^mock-/;

/** @throws OptionFault for a name that no instance can have. */
export function checkInstanceName(name: string): void {
  if ([...name].length > instanceNameMaxLength && !mockName.test(name)) {
    throw new OptionFault(
      `The option "instanceName" may have ${instanceNameMaxLength} characters, not ${[...name].length}. It is the name of the instance, not its ID.`,
    );
  }
}

/** @throws OptionFault for a key without its secret, or the other way round. */
export function checkCredentials(credentials: Credentials | CredentialProvider): void {
  if (typeof credentials === 'function') return;
  for (const name of ['accessKeyId', 'accessKeySecret'] as const) {
    const value: unknown = Object(credentials)[name];
    if (typeof value !== 'string' || value === '')
      throw new OptionFault(`The option "credentials" lacks "${name}": an access key is an ID and a secret.`);
  }
}

/** Headers that the client sets for signature and transport. */
const ownHeader = /^(?:authorization|host|content-(?:type|length)|transfer-encoding|connection|x-acs-.*)$/i;

/** A name and a value that a header can hold. */
const sendable = /^[\w-]+:[\t -~\u00A0-\u00FF]*$/;

/** @throws OptionFault for headers the client sets itself, for values that are not texts, and for what no header can hold. */
export function checkHeaders(headers: ClientOptions['headers'] = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (ownHeader.test(name))
      throw new OptionFault(`The option "headers" cannot set "${name}": the client does, and signs it.`);
    if (value !== undefined && typeof value !== 'string')
      throw new OptionFault(`The option "headers.${name}" has to be a text.`);
    if (!sendable.test(`${name}:${value}`))
      throw new OptionFault(`The option "headers" cannot send "${name}": a header is one line of Latin letters.`);
  }
}
