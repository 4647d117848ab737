import { hostOf, keyVariables, protocolOf, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** The official SDK for Python: \`alibabacloud_imagesearch20201214\`. */
export function pythonSample(context: SampleContext): string {
  return `import base64
import os

from alibabacloud_imagesearch20201214 import models
from alibabacloud_imagesearch20201214.client import Client
from alibabacloud_tea_openapi.models import Config


def picture(path: str) -> str:
    with open(path, "rb") as file:
        return base64.b64encode(file.read()).decode()


client = Client(
    Config(
        endpoint=${quoted(hostOf(context))},
        protocol=${quoted(protocolOf(context))},
        access_key_id=os.environ.get("${keyVariables.id}", "any"),
        access_key_secret=os.environ.get("${keyVariables.secret}", "any"),
    )
)
response = client.compare_similar_by_image(
    models.CompareSimilarByImageRequest(
        instance_name=${quoted(context.instanceName)},
        primary_pic_content=picture(${quoted(context.primaryFile)}),
        secondary_pic_content=picture(${quoted(context.secondaryFile)}),
    )
)
print(response.body.score)
`;
}
