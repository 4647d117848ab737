import client from '@semblance/client/package.json';

/** Version of the packages. */
export const projectVersion: string = client.version;

/** Address of the repository. */
export const repositoryUrl: string = client.repository.url.replace(/^git\+/u, '').replace(/\.git$/u, '');
