"""The shape of the SDK's models."""


class CompareSimilarByImageRequest:
    def __init__(self, instance_name=None, primary_pic_content=None, secondary_pic_content=None):
        self.instance_name = instance_name
