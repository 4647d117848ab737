import { createClient, isApiError, isPictureInputError, isSemblanceError } from '@semblance/client';
import type {
  AccessDeniedDetail,
  AnyApiError,
  AnySemblanceError,
  CheckOptions,
  ClientOptions,
  CompareManyOptions,
  CompareOptions,
  Comparison,
  ComparisonWithResponse,
  Credentials,
  ErrorCode,
  Hooks,
  Logger,
  PairOutcome,
  PictureInput,
  RetryOptions,
  TransferOptions,
} from '@semblance/client';
import type {
  EcsRamRoleCredentialsOptions,
  EnvironmentCredentialsOptions,
  FitOptions,
  NodeClientOptions,
  OidcCredentialsOptions,
  ProfileCredentialsOptions,
} from '@semblance/client/node';
import { expectTypeOf, test } from 'vitest';

const client = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo' });

test('a comparison is typed', () => {
  expectTypeOf(client.compare).returns.resolves.toEqualTypeOf<Comparison>();
  expectTypeOf<Comparison['score']>().toEqualTypeOf<number>();
  expectTypeOf<Comparison['response']['Code']>().toEqualTypeOf<0>();
  expectTypeOf<Comparison['transfer']>().toEqualTypeOf<'inline' | 'upload'>();
});

test('comparing the code narrows an error', () => {
  const error: unknown = undefined;
  if (isApiError(error)) {
    expectTypeOf(error.code).toEqualTypeOf<ErrorCode | 'Unlisted'>();
    expectTypeOf(error.accessDeniedDetail).toEqualTypeOf<AccessDeniedDetail | undefined>();
    if (error.code === 'NoPermission') expectTypeOf(error.accessDeniedDetail).toEqualTypeOf<AccessDeniedDetail>();
    if (error.code === 'DeniedRequest') expectTypeOf(error.accessDeniedDetail).toEqualTypeOf<undefined>();
    // @ts-expect-error no such code
    if (error.code === 'NoPermision') throw error;
  }
  if (isSemblanceError(error)) {
    if (error.code === 'TimedOut') expectTypeOf(error.scope).toEqualTypeOf<'attempt' | 'total'>();
    if (error.code === 'UploadRefused') expectTypeOf(error.wireCode).toEqualTypeOf<string>();
    if (error.code === 'NoPermission') expectTypeOf(error).toExtend<AnyApiError>();
  }
});

test('pictures may be given in the documented forms only', () => {
  expectTypeOf<Uint8Array>().toExtend<PictureInput>();
  expectTypeOf<File>().toExtend<PictureInput>();
  expectTypeOf<ReadableStream<Uint8Array>>().toExtend<PictureInput>();
  expectTypeOf<() => Promise<string>>().toExtend<PictureInput>();
  expectTypeOf<number>().not.toExtend<PictureInput>();
  expectTypeOf<number[]>().not.toExtend<PictureInput>();
});

test('additional fields of a pair come back with its outcome', () => {
  const outcomes = client.compareMany([{ id: 'a', primary: 'x', secondary: 'y' }]);
  expectTypeOf(outcomes).toExtend<AsyncIterable<PairOutcome<{ id: string; primary: string; secondary: string }>>>();
});

test('options are checked', () => {
  expectTypeOf(createClient).parameter(0).not.toExtend<{ instanceName: string; endpoint?: never }>();
  // @ts-expect-error the endpoint is needed
  createClient({ instanceName: 'demo' });
  // @ts-expect-error no such dialect
  createClient({ endpoint: 'x', instanceName: 'demo', dialect: 'V2' });
  // @ts-expect-error results are read-only
  ({} as Comparison).score = 1;
});

/** Optional properties that may be omitted but not `undefined`. */
type Strict<Options> = {
  [Name in keyof Options]-?: object extends Pick<Options, Name>
    ? undefined extends Required<Options>[Name]
      ? never
      : Name
    : never;
}[keyof Options];

test('every option may be undefined, for callers that pass options on', () => {
  expectTypeOf<Strict<{ readonly a?: string }>>().toEqualTypeOf<'a'>();
  expectTypeOf<Strict<ClientOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<NodeClientOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<CompareOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<CompareManyOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<CheckOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<TransferOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<RetryOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<Hooks>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<Logger>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<FitOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<Credentials>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<ProfileCredentialsOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<OidcCredentialsOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<EcsRamRoleCredentialsOptions>>().toEqualTypeOf<never>();
  expectTypeOf<Strict<EnvironmentCredentialsOptions>>().toEqualTypeOf<never>();
});

test('the answer, the picture at fault and a logger are typed', () => {
  expectTypeOf<ComparisonWithResponse['response']>().toEqualTypeOf<Response>();
  expectTypeOf(client.compare).returns.toHaveProperty('withResponse');
  expectTypeOf<Console>().toExtend<Logger>();
  const error: unknown = undefined;
  if (isSemblanceError(error)) expectTypeOf(error.picture).toEqualTypeOf<'primary' | 'secondary' | undefined>();
  if (isPictureInputError(error)) expectTypeOf(error.picture).toEqualTypeOf<'primary' | 'secondary'>();
});

test('the codes beside those of answers are few enough for a switch without a default', () => {
  const adviceOn = (error: Exclude<AnySemblanceError, AnyApiError>): string => {
    switch (error.code) {
      case 'NetworkFailed':
      case 'TimedOut':
        return 'try later';
      case 'AnswerUnreadable':
      case 'UploadRefused':
      case 'PictureInputInvalid':
      case 'CredentialsUnavailable':
      case 'ConfigurationInvalid':
        return error.message;
    }
  };
  expectTypeOf(adviceOn).returns.toBeString();
});
