import { checkReply, fillReply } from '../answer/custom-reply.ts';
import type { ReplySource, RequestFields } from '../answer/custom-reply.ts';
import type { Outcome } from '../answer/outcome.ts';
import type { Call } from '../call/call.ts';
import { summariseContent } from '../record/summarise-picture.ts';

/** The test's own answer, with the request's fields filled in. @throws TypeError when a function returns an invalid reply. */
export async function answerCustom(call: Call, source: ReplySource): Promise<Outcome> {
  const fields = requestFields(call);
  const reply = typeof source === 'function' ? await source(fields) : source;
  checkReply(reply);
  return { kind: 'custom', ...fillReply(reply, fields) };
}

function requestFields(call: Call): RequestFields {
  const primary = pictureFields(call, 'PrimaryPicContent');
  const secondary = pictureFields(call, 'SecondaryPicContent');
  return {
    RequestId: call.requestId,
    HostId: call.hostId,
    Action: call.action ?? '',
    Version: call.version ?? '',
    Format: call.answer.format,
    InstanceName: call.instanceName ?? '',
    AccessKeyId: call.accessKeyId ?? '',
    'primary.format': primary.format,
    'primary.width': primary.width,
    'primary.height': primary.height,
    'primary.bytes': primary.bytes,
    'secondary.format': secondary.format,
    'secondary.width': secondary.width,
    'secondary.height': secondary.height,
    'secondary.bytes': secondary.bytes,
  };
}

interface PictureFields {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

function pictureFields({ parameters }: Call, name: string): PictureFields {
  const summary = summariseContent(parameters.bytes(name));
  if (summary.kind === 'picture') return summary;
  return { format: '', width: 0, height: 0, bytes: summary.kind === 'absent' ? 0 : summary.bytes };
}
