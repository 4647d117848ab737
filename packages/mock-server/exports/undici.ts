/** The mock for undici's own clients, which MSW does not intercept. Needs `undici`. */
export { mockAgent, type MockAgentOptions } from '../src/server/mock-agent.ts';
