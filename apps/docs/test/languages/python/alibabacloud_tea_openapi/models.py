"""The shape of the SDK's configuration."""


class Config:
    def __init__(self, endpoint=None, protocol=None, access_key_id=None, access_key_secret=None):
        self.endpoint = endpoint
