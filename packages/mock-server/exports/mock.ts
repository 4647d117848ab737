/** The mock without MSW and without a server: answers fetch requests in the page or process. */
export type { Call, CallKind } from '../src/call/call.ts';
export type { RawRequest } from '../src/call/raw-request.ts';
export type { ChaosOptions } from '../src/answer/chaos.ts';
export type { Latency } from '../src/answer/latency.ts';
export type { CustomReply, ReplySource, RequestFields } from '../src/answer/custom-reply.ts';
export type { SignatureFinding } from '../src/answer/decided-call.ts';
export type { Violation } from '../src/answer/violation.ts';
export type { SignatureMode } from '../src/checks/check-signature.ts';
export { describeEntry } from '../src/record/describe-entry.ts';
export type { Journal } from '../src/record/journal.ts';
export type { EntryField, JournalEntry, PictureSummary, ReplySummary } from '../src/record/journal-entry.ts';
export type { EntryPattern, Pattern } from '../src/record/match-entry.ts';
export { toHar, type HarArchive, type HarEntry } from '../src/record/to-har.ts';
export { assertReceived, matchers, type MatcherResult, type Recipient } from '../src/record/received.ts';
export { createMock, type Mock } from '../src/mock/mock.ts';
export type { MockOptions } from '../src/mock/mock-options.ts';
export type { MockSession } from '../src/session/mock-session.ts';
export { makePair, type Pair, type PairOptions } from '../src/scoring/make-pair.ts';
export { makePicture, type PictureOptions } from '../src/scoring/make-picture.ts';
export {
  recordCase,
  type RecordedCase,
  type RecordedRequest,
  type RecordedResponse,
} from '../src/record/recorded-case.ts';
export type { Recording, RecordOptions } from '../src/record/recorder.ts';
export { describeViolation, violationReport, type SeenViolation } from '../src/record/violation-report.ts';
export type { MockReply, TransportFault } from '../src/answer/mock-reply.ts';
export { codeScenarios, type CodeOrigin, type CodeScenario } from '../src/answer/scenarios/code-scenarios.ts';
export type { FaultName } from '../src/answer/fault-scenarios.ts';
export { parsePlan, type PlanParsing } from '../src/answer/scenarios/parse-plan.ts';
export type {
  Plan,
  PlannedOperation,
  ReplyStep,
  ResolvedStep,
  ScenarioStep,
  Step,
  UploadStep,
} from '../src/answer/scenarios/plan.ts';
export {
  isScenarioName,
  scenarioNames,
  type ParameterisedName,
  type ScenarioName,
  type SuccessName,
} from '../src/answer/scenarios/scenario-name.ts';
export { byteScore } from '../src/scoring/byte-score.ts';
export type { ScoreAnswer, ScoreFunction, ScoreInput } from '../src/scoring/scorer.ts';
export type { ScoreQueue, Scoring } from '../src/scoring/scoring.ts';
export type { InstanceView } from '../src/session/instance-registry.ts';
export type { InstanceSettings, InstanceStatus, LifecycleStage } from '../src/session/instance-settings.ts';
