package com.aliyun.teautil.models;

public class RuntimeOptions {
    public RuntimeOptions setConnectTimeout(Integer milliseconds) {
        return this;
    }

    public RuntimeOptions setReadTimeout(Integer milliseconds) {
        return this;
    }
}
