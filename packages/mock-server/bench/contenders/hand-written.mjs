/** A typical hand-written mock: reads the form, answers success or the error named by the instance. */
import { getResponse, http, HttpResponse } from 'msw';
import { serve } from './serve.mjs';

const handlers = [
  http.post('*/', async ({ request }) => {
    const form = new URLSearchParams(await request.text());
    const RequestId = crypto.randomUUID().toUpperCase();
    if (form.get('Action') !== 'CompareSimilarByImage')
      return HttpResponse.json({ RequestId, Code: 'UnsupportedOperationType' }, { status: 400 });
    if (!form.get('PrimaryPicContent') || !form.get('SecondaryPicContent'))
      return HttpResponse.json({ RequestId, Code: 'NoSpecifiedPic' }, { status: 400 });
    if (form.get('InstanceName') === 'denied')
      return HttpResponse.json({ RequestId, Code: 'DeniedRequest' }, { status: 403 });
    return HttpResponse.json({ Score: 0.85, Success: true, RequestId, Msg: 'success', Code: 0 });
  }),
];

serve(Number(process.argv[2]), (request) => getResponse(handlers, request));
