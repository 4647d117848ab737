export const statusPage: string = '<!doctype html><title>mock</title>';
