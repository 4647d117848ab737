"""Two pictures in, a score out, by the official core for Python: compare.py {base64|advance|async-advance} A B

Needs alibabacloud-tea-openapi. Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET,
SEMBLANCE_SECURITY_TOKEN (temporary keys only), SEMBLANCE_INSTANCE and SEMBLANCE_CA (path of the engine's certificate).
"""

import asyncio
import base64
import json
import os
import sys
from io import BytesIO

from alibabacloud_tea_openapi import utils_models as models
from alibabacloud_tea_openapi.client import Client
from darabonba.core import DaraCore
from darabonba.request import DaraRequest
from darabonba.runtime import RuntimeOptions
from darabonba.utils.form import FileField, Form

endpoint = os.environ["SEMBLANCE_ENDPOINT"]
authority = os.environ.get("SEMBLANCE_CA")
token = os.environ.get("SEMBLANCE_SECURITY_TOKEN")

client = Client(
    models.Config(
        endpoint=endpoint,
        protocol="http",
        region_id="cn-shanghai",
        access_key_id=os.environ["SEMBLANCE_ACCESS_KEY_ID"],
        access_key_secret=os.environ["SEMBLANCE_ACCESS_KEY_SECRET"],
        security_token=token,
        type="sts" if token else "access_key",
        signature_algorithm=os.environ.get("SEMBLANCE_ALGORITHM"),
    )
)
runtime = RuntimeOptions(connect_timeout=10_000, read_timeout=30_000)


def operation(action: str, version: str, method: str) -> models.Params:
    return models.Params(
        action=action,
        version=version,
        method=method,
        protocol="HTTP",
        pathname="/",
        auth_type="AK",
        style="RPC",
        req_body_type="formData",
        body_type="json",
    )


compare = operation("CompareSimilarByImage", "2020-12-14", "POST")
authorize = operation("AuthorizeFileUpload", "2019-12-19", "GET")
upload_to = models.OpenApiRequest(query={"Product": "ImageSearch", "RegionId": "cn-shanghai"})


def pictures(primary: str, secondary: str) -> models.OpenApiRequest:
    return models.OpenApiRequest(
        body={
            "InstanceName": os.environ.get("SEMBLANCE_INSTANCE", "demoinstance1"),
            "PrimaryPicContent": primary,
            "SecondaryPicContent": secondary,
        }
    )


def upload_form(grant: dict, picture: bytes) -> DaraRequest:
    """What the product client's Advance call posts, always over TLS."""
    boundary = Form.get_boundary()
    request = DaraRequest()
    request.protocol = "HTTPS"
    request.method = "POST"
    request.pathname = "/"
    request.headers = {
        "host": f"{grant['Bucket']}.{grant['Endpoint']}",
        "content-type": f"multipart/form-data; boundary={boundary}",
    }
    form = {
        "OSSAccessKeyId": grant["AccessKeyId"],
        "policy": grant["EncodedPolicy"],
        "Signature": grant["Signature"],
        "key": grant["ObjectKey"],
        "success_action_status": "201",
        "file": FileField(filename=grant["ObjectKey"], content=BytesIO(picture), content_type=""),
    }
    request.body = Form.to_file_form(form, boundary)
    return request


upload_options = {"readTimeout": 30_000, "connectTimeout": 10_000, "ca": authority}


def address(grant: dict, status: int, answer: str) -> str:
    if status != 201:
        raise RuntimeError(answer)
    return f"http://{grant['Bucket']}.{grant['Endpoint']}/{grant['ObjectKey']}"


def upload(path: str) -> str:
    grant = client.call_api(authorize, upload_to, runtime)["body"]
    response = DaraCore.do_action(upload_form(grant, open(path, "rb").read()), upload_options)
    return address(grant, response.status_code, str(response.body))


async def upload_async(path: str) -> str:
    grant = (await client.call_api_async(authorize, upload_to, runtime))["body"]
    response = await DaraCore.async_do_action(upload_form(grant, open(path, "rb").read()), upload_options)
    return address(grant, response.status_code, str(response.body))


async def compare_async(paths: list) -> dict:
    addresses = [await upload_async(path) for path in paths]
    return (await client.call_api_async(compare, pictures(*addresses), runtime))["body"]


def encoded(path: str) -> str:
    return base64.b64encode(open(path, "rb").read()).decode()


def main(way: str, paths: list) -> int:
    try:
        if way == "base64":
            answer = client.call_api(compare, pictures(*map(encoded, paths)), runtime)["body"]
        elif way == "advance":
            answer = client.call_api(compare, pictures(*map(upload, paths)), runtime)["body"]
        else:
            answer = asyncio.run(compare_async(paths))
    except Exception as error:  # ClientException, ServerException, ThrottlingException
        facts = {name: getattr(error, name, None) for name in ("code", "status_code", "request_id")}
        print(json.dumps({"error": type(error).__name__, "message": str(error), **facts}))
        return 1
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:4]))
