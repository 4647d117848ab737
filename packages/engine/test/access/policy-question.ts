import type { Caller } from '../../src/request/access/caller.ts';
import type { PolicyQuestion } from '../../src/request/access/evaluate-policy.ts';

/** A user who needs policies. */
export const user: Caller = {
  principalId: 'user:1000:lin',
  account: '1000',
  displayName: 'lin',
  type: 'SubUser',
  user: 'lin',
  holder: 'user:1000:lin',
  share: { account: '1000', key: 'k', accountWeight: 1, keyWeight: 1 },
};

/** May this user compare pictures on an instance of the account? */
export const question: PolicyQuestion = {
  caller: user,
  action: 'imagesearch:CompareSimilarByImage',
  resource: { region: undefined, owner: '1000', instance: 'demo' },
};
