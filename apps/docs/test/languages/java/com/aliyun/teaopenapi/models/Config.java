package com.aliyun.teaopenapi.models;

public class Config {
    public Config setEndpoint(String value) {
        return this;
    }

    public Config setProtocol(String value) {
        return this;
    }

    public Config setRegionId(String value) {
        return this;
    }

    public Config setAccessKeyId(String value) {
        return this;
    }

    public Config setAccessKeySecret(String value) {
        return this;
    }

    public Config setSecurityToken(String value) {
        return this;
    }

    public Config setType(String value) {
        return this;
    }

}
