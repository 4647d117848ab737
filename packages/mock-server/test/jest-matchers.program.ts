/** Run in its own process, because vitest and jest share one global registry of matchers. */
import assert from 'node:assert/strict';
import { expect } from 'expect';
import '../exports/jest.ts';
import { createMock } from '../exports/mock.ts';
import { compareRequest } from './compare-request.ts';

const mock = createMock();
expect(mock).not.toHaveReceived();
await mock.respond(compareRequest());
expect(mock).toHaveReceived({ code: 0, instanceName: /^demo/ });
expect(mock).toHaveReceived({ reply: { score: expect.closeTo(0.72) } });
expect(mock).toHaveReceivedTimes(1);
assert.throws(() => expect(mock).toHaveReceived({ code: 'NoPermission' }), /0 of 1 matched/);
assert.throws(() => expect(mock).not.toHaveReceived(), /not to have received/);
