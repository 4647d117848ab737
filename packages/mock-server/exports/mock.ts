/** The mock without MSW and without a server: answers fetch requests in the page or process. */
export type { Call, CallKind } from '../src/call/call.ts';
export type { RawRequest } from '../src/call/raw-request.ts';
export type { ChaosOptions } from '../src/chaos/chaos.ts';
export type { Latency } from '../src/chaos/latency.ts';
export type { SignatureFinding, SignatureMode } from '../src/checks/check-signature.ts';
export { describeEntry } from '../src/journal/describe-entry.ts';
export type { Journal } from '../src/journal/journal.ts';
export type { JournalEntry, PictureSummary, ReplySummary } from '../src/journal/journal-entry.ts';
export type { EntryPattern, Pattern } from '../src/journal/match-entry.ts';
export { toHar, type HarArchive, type HarEntry } from '../src/journal/to-har.ts';
export { assertReceived, matchers, type MatcherResult, type Recipient } from '../src/matchers/received.ts';
export { createMock, type Mock } from '../src/mock.ts';
export type { MockOptions } from '../src/mock-options.ts';
export type { MockSession } from '../src/mock-session.ts';
export { makePair, type Pair, type PairOptions } from '../src/pictures/make-pair.ts';
export { makePicture, type PictureOptions } from '../src/pictures/make-picture.ts';
export { recordCase, type RecordedCase } from '../src/replay/recorded-case.ts';
export type { MockReply, TransportFault } from '../src/reply/mock-reply.ts';
export { codeScenarios, type CodeOrigin, type CodeScenario } from '../src/scenarios/code-scenarios.ts';
export type { FaultName } from '../src/scenarios/fault-scenarios.ts';
export { parsePlan, type PlanParsing } from '../src/scenarios/parse-plan.ts';
export type { Plan, PlannedOperation, ResolvedStep, ScenarioStep, Step, UploadStep } from '../src/scenarios/plan.ts';
export {
  isScenarioName,
  scenarioNames,
  type ParameterisedName,
  type ScenarioName,
  type SuccessName,
} from '../src/scenarios/scenario-name.ts';
export { byteScore } from '../src/scoring/byte-score.ts';
export type { ScoreAnswer, ScoreFunction, ScoreInput } from '../src/scoring/scorer.ts';
export type { ScoreQueue, Scoring } from '../src/scoring/scoring.ts';
export type { InstanceView } from '../src/state/instance-registry.ts';
export type { InstanceSettings, InstanceStatus, LifecycleStage } from '../src/state/instance-settings.ts';
