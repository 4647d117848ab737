"""Two pictures in, a score out, by Python's legacy core: compare_v1.py A B

Needs aliyun-python-sdk-core. Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and SEMBLANCE_INSTANCE.
"""

import base64
import json
import os
import sys

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest

client = AcsClient(
    os.environ["SEMBLANCE_ACCESS_KEY_ID"], os.environ["SEMBLANCE_ACCESS_KEY_SECRET"], "cn-shanghai", timeout=30
)
request = CommonRequest(domain=os.environ["SEMBLANCE_ENDPOINT"], version="2020-12-14", action_name="CompareSimilarByImage")
request.set_method("POST")
request.set_protocol_type("http")
request.add_body_params("InstanceName", os.environ.get("SEMBLANCE_INSTANCE", "demoinstance1"))
for name, path in zip(("PrimaryPicContent", "SecondaryPicContent"), sys.argv[1:3]):
    request.add_body_params(name, base64.b64encode(open(path, "rb").read()).decode())

try:
    print(client.do_action_with_exception(request).decode())
except ServerException as error:
    facts = {"code": error.get_error_code(), "message": error.get_error_msg(), "status_code": error.get_http_status()}
    print(json.dumps({"error": "ServerException", **facts, "request_id": error.get_request_id()}))
    sys.exit(1)
