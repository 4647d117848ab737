/** A grey P6 picture. */
export function ppm(width: number, height = 100, level = 128): Buffer {
  return Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), Buffer.alloc(width * height * 3, level)]);
}
