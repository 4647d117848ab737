/** Compiled but never run: `tsc` fails when an expected error does not occur. */
import type { Dispatcher } from 'undici';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { codeScenarios, createMock, violationReport } from '../exports/mock.ts';
import type { CodeScenario, RecordedCase, ScenarioName } from '../exports/mock.ts';
import { compareSimilarByImageHandlers, startMockServer } from '../exports/main.ts';
import { mockAgent } from '../exports/undici.ts';

const mock = createMock();

// Every code of the contract is a scenario, and the table has exactly the contract's codes.
const everyCode: ScenarioName = 'DeniedRequest' as ErrorCode;
type Missing = Exclude<ErrorCode, keyof typeof codeScenarios>;
type Surplus = Exclude<keyof typeof codeScenarios, ErrorCode>;
const complete: [Missing, Surplus] extends [never, never] ? true : false = true;

// A code added to the contract and not to the table does not compile.
type Grown = ErrorCode | 'Code.OfTomorrow';
// @ts-expect-error the table lacks the new code
const table: Readonly<Record<Grown, CodeScenario>> = codeScenarios;

mock.use('DeniedRequest');
mock.use('score-0.72');
mock.use('delay-1500');
mock.use([{ scenario: 'DeniedRequest', times: 2 }, 'success']);
mock.use({ operation: 'PostObject', scenario: 'EntityTooLarge' });
mock.use({ scenario: 'NoPermission', accessDeniedDetail: { NoPermissionType: 'ExplicitDeny' } });
// @ts-expect-error a misspelt code
mock.use('DeniedReqest');
// @ts-expect-error a score is a number
mock.use('score-high');
// @ts-expect-error uploads have codes of their own
mock.use({ operation: 'PostObject', scenario: 'DeniedRequest' });
// @ts-expect-error a detail has known fields only
mock.use({ scenario: 'NoPermission', accessDeniedDetail: { NoPermissionType: 'Maybe' } });
// @ts-expect-error chance draws from the contract's codes
createMock({ chaos: { errorRate: 0.1, errorCodes: ['NotACode'] } });
// @ts-expect-error a function answers a score or a code of the contract
createMock({ scoring: () => 'NotACode' });
createMock({ scoring: ({ instanceName }) => (instanceName === 'a' ? 'DeniedRequest' : 0.5) });
// @ts-expect-error instances have service types of the contract
createMock({ instances: { demo: { serviceType: 'music' } } });
// @ts-expect-error the journal has no such property
mock.journal.find({ colour: 'red' });
mock.journal.find({ code: 'DeniedRequest', primary: { width: 100 }, instanceName: /^demo/ });
compareSimilarByImageHandlers({ mock, endpoint: 'https://imagesearch.cn-shanghai.aliyuncs.com' });
compareSimilarByImageHandlers({
  endpoint: ['imagesearch.cn-shanghai.aliyuncs.com'],
  passthrough: ({ url }) => url.endsWith('/'),
});
// @ts-expect-error a misspelt option
createMock({ scenaro: 'DeniedRequest' });
mock.use([
  { reply: { status: 503, headers: { 'retry-after': '1' }, body: { Code: '{{InstanceName}}' } }, times: 2 },
  'success',
]);
mock.use({ reply: async (fields) => ({ body: fields['primary.width'] + fields.InstanceName.length }) });
// @ts-expect-error requests have no such field
mock.use({ reply: ({ InstanceNam }) => ({ body: InstanceNam }) });
// @ts-expect-error a step names a scenario or brings a reply
mock.use({ times: 2 });
// @ts-expect-error an upstream has to be named
mock.record({ pictures: true });
const cases: readonly RecordedCase[] = mock.record({ upstream: 'http://127.0.0.1:8080' }).stop();
createMock({ replay: cases });
const codes: ReadonlySet<ErrorCode> = new Set(mock.violations().map(({ code }) => code));
const report: string | undefined = violationReport(mock, ({ code }) => codes.has(code));
mockAgent({ mock, endpoint: 'compare.example', otherHosts: 'refuse' }) satisfies Dispatcher;
// @ts-expect-error other hosts are reached or refused
mockAgent({ otherHosts: 'ignore' });
await startMockServer({ port: 0, signature: 'strict', accessKeys: { id: { accessKeySecret: 'secret' } } });

export { complete, everyCode, report, table };
