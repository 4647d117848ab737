"""The shape of the product's client."""

from types import SimpleNamespace

from alibabacloud_imagesearch20201214.models import CompareSimilarByImageRequest
from alibabacloud_tea_openapi.models import Config


class Client:
    def __init__(self, config: Config):
        assert isinstance(config, Config)

    def compare_similar_by_image(self, request: CompareSimilarByImageRequest):
        assert isinstance(request, CompareSimilarByImageRequest)
        return SimpleNamespace(body=SimpleNamespace(score=0.5))
