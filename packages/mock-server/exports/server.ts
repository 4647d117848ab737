/** The standalone server, for test suites that start it themselves. Needs no MSW. */
export { startMockServer, type MockServer, type MockServerOptions } from '../src/server/start-mock-server.ts';
export { createSelfSignedCertificate, type Certificate } from '../src/server/self-signed-certificate.ts';
