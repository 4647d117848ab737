import { expect, test } from 'vitest';
import { workerEnvironment } from './worker-environment.ts';

test('workers get what they need by name, and nothing else, whatever it is called', () => {
  const environment = {
    PATH: '/bin',
    LC_ALL: 'C.UTF-8',
    HOME: '/home/me',
    DATABASE_URL: 'postgres://user:hunter2@db/x',
    NPM_CONFIG__AUTH: 'x',
    GH_PAT: 'x',
    MODEL_FOLDER: '/models',
    NODE_OPTIONS: '--inspect',
  };
  expect(workerEnvironment(environment)).toEqual({
    PATH: '/bin',
    LC_ALL: 'C.UTF-8',
    UV_THREADPOOL_SIZE: '2',
    ORT_DISABLE_TELEMETRY: '1',
  });
  expect(workerEnvironment(environment, ['MODEL_FOLDER'])).toHaveProperty('MODEL_FOLDER', '/models');
});
