import type { Material, ObjModel, Texture } from './obj-model.ts';

/** Where the camera stands and how the light falls. Angles in radians. */
export interface View {
  readonly azimuth: number;
  readonly elevation: number;
  /** Turn around the viewing axis. */
  readonly roll: number;
  /** Camera distance in radii of the model's bounding sphere; about 2.6 fills the picture. */
  readonly distance: number;
  readonly lightAzimuth: number;
  readonly lightElevation: number;
  /** Share of ambient light, 0…1. */
  readonly ambient: number;
  /** Colour of the light, about 1 a channel. */
  readonly tint: readonly [number, number, number];
}

/** Interleaved RGBA bytes; alpha is 0 where the model is not. */
export interface Render {
  readonly side: number;
  readonly data: Uint8Array;
}

type Vector = readonly [number, number, number];

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const scaleTo1 = (a: Vector): Vector => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};
const direction = (azimuth: number, elevation: number): Vector => [
  Math.sin(azimuth) * Math.cos(elevation),
  Math.sin(elevation),
  Math.cos(azimuth) * Math.cos(elevation),
];

interface Camera {
  readonly right: Vector;
  readonly up: Vector;
  readonly back: Vector;
  readonly centre: Vector;
  readonly radius: number;
  readonly distance: number;
  readonly focal: number;
}

function placeCamera(model: ObjModel, view: View, side: number): Camera {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  model.positions.forEach((value, at) => {
    low[at % 3] = Math.min(low[at % 3] ?? 0, value);
    high[at % 3] = Math.max(high[at % 3] ?? 0, value);
  });
  const centre = low.map((value, axis) => (value + (high[axis] ?? 0)) / 2) as unknown as Vector;
  const radius = Math.hypot(...low.map((value, axis) => (high[axis] ?? 0) - value)) / 2 || 1;
  const back = direction(view.azimuth, view.elevation);
  const flatRight = scaleTo1(cross([0, 1, 0], back));
  const flatUp = cross(back, flatRight);
  const [c, s] = [Math.cos(view.roll), Math.sin(view.roll)];
  const mix = (a: Vector, b: Vector, [p, q]: readonly [number, number]): Vector => [
    a[0] * p + b[0] * q,
    a[1] * p + b[1] * q,
    a[2] * p + b[2] * q,
  ];
  return {
    right: mix(flatRight, flatUp, [c, s]),
    up: mix(flatUp, flatRight, [c, -s]),
    back,
    centre,
    radius,
    distance: view.distance * radius,
    focal: side * 1.15,
  };
}

function sample(texture: Texture, u: number, v: number): [number, number, number, number] {
  const wrap = (value: number, size: number): number =>
    Math.min(size - 1, Math.floor((value - Math.floor(value)) * size));
  const at = (wrap(1 - v, texture.height) * texture.width + wrap(u, texture.width)) * 4;
  const { data } = texture;
  return [(data[at] ?? 0) / 255, (data[at + 1] ?? 0) / 255, (data[at + 2] ?? 0) / 255, (data[at + 3] ?? 255) / 255];
}

interface Lighting {
  readonly light: Vector;
  readonly half: Vector;
  readonly view: View;
  readonly back: Vector;
}

/** One point of the model: its material, its unit normal, and its colour before light. */
interface Surface {
  readonly material: Material;
  readonly normal: Vector;
  readonly colour: Vector;
}

function shade(surface: Surface, lighting: Lighting): Vector {
  const { material, normal, colour } = surface;
  const facing =
    normal[0] * lighting.back[0] + normal[1] * lighting.back[1] + normal[2] * lighting.back[2] < 0 ? -1 : 1;
  const dot = (other: Vector): number => facing * (normal[0] * other[0] + normal[1] * other[1] + normal[2] * other[2]);
  const sky = 0.75 + 0.25 * facing * normal[1];
  const diffuse = lighting.view.ambient * sky + (1 - lighting.view.ambient) * 1.25 * Math.max(0, dot(lighting.light));
  const shine =
    Math.min(0.6, material.specular) * Math.max(0, dot(lighting.half)) ** Math.min(80, material.shininess + 4);
  const { tint } = lighting.view;
  return [
    colour[0] * diffuse * tint[0] + shine,
    colour[1] * diffuse * tint[1] + shine,
    colour[2] * diffuse * tint[2] + shine,
  ];
}

interface Target {
  readonly side: number;
  readonly data: Uint8Array;
  readonly depth: Float32Array;
}

/** Corners of one triangle on the screen: x, y, and 1/z for perspective-correct interpolation. */
interface Projected {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly inverse: Float64Array;
}

function projectCorners(
  model: ObjModel,
  triangle: number,
  placement: { camera: Camera; side: number; out: Projected },
): boolean {
  const { camera, side, out } = placement;
  for (let corner = 0; corner < 3; corner += 1) {
    const at = triangle * 9 + corner * 3;
    const dx = (model.positions[at] as number) - camera.centre[0];
    const dy = (model.positions[at + 1] as number) - camera.centre[1];
    const dz = (model.positions[at + 2] as number) - camera.centre[2];
    const depth = camera.distance - (dx * camera.back[0] + dy * camera.back[1] + dz * camera.back[2]);
    if (depth < camera.radius * 0.05) return false;
    out.inverse[corner] = 1 / depth;
    out.x[corner] =
      side / 2 + ((dx * camera.right[0] + dy * camera.right[1] + dz * camera.right[2]) * camera.focal) / depth;
    out.y[corner] = side / 2 - ((dx * camera.up[0] + dy * camera.up[1] + dz * camera.up[2]) * camera.focal) / depth;
  }
  return true;
}

function drawPixel(
  model: ObjModel,
  triangle: number,
  pixel: { at: number; weights: Vector; lighting: Lighting; target: Target },
): void {
  const { weights, target, at } = pixel;
  const material = model.materials[model.materialOf[triangle] ?? 0];
  if (material === undefined) return;
  const mix = (values: Float32Array, stride: number, axis: number): number => {
    const first = triangle * 3 * stride + axis;
    return (
      weights[0] * (values[first] ?? 0) +
      weights[1] * (values[first + stride] ?? 0) +
      weights[2] * (values[first + 2 * stride] ?? 0)
    );
  };
  let colour: Vector = material.colour;
  if (material.texture !== undefined) {
    const [r, g, b, a] = sample(
      material.texture,
      mix(model.textureCoordinates, 2, 0),
      mix(model.textureCoordinates, 2, 1),
    );
    if (a < 0.5) return;
    colour = [r, g, b];
  }
  const normal = scaleTo1([mix(model.normals, 3, 0), mix(model.normals, 3, 1), mix(model.normals, 3, 2)]);
  const lit = shade({ material, normal, colour }, pixel.lighting);
  for (let channel = 0; channel < 3; channel += 1)
    target.data[at * 4 + channel] = Math.min(255, Math.round(255 * (lit[channel] ?? 0)));
  target.data[at * 4 + 3] = 255;
}

function drawTriangle(
  model: ObjModel,
  triangle: number,
  scene: { corners: Projected; lighting: Lighting; target: Target },
): void {
  const { x, y, inverse } = scene.corners;
  const { side, depth } = scene.target;
  const [x0, x1, x2] = x as unknown as Vector;
  const [y0, y1, y2] = y as unknown as Vector;
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (Math.abs(area) < 1e-9) return;
  const left = Math.max(0, Math.ceil(Math.min(x0, x1, x2) - 0.5));
  const right = Math.min(side - 1, Math.floor(Math.max(x0, x1, x2) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
  const bottom = Math.min(side - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const px = column + 0.5;
      const py = row + 0.5;
      const w0 = ((x1 - px) * (y2 - py) - (x2 - px) * (y1 - py)) / area;
      const w1 = ((x2 - px) * (y0 - py) - (x0 - px) * (y2 - py)) / area;
      const w2 = 1 - w0 - w1;
      if (w0 < 0 || w1 < 0 || w2 < 0) continue;
      const i0 = w0 * (inverse[0] as number);
      const i1 = w1 * (inverse[1] as number);
      const i2 = w2 * (inverse[2] as number);
      const near = i0 + i1 + i2;
      const at = row * side + column;
      if (near <= (depth[at] as number)) continue;
      depth[at] = near;
      drawPixel(model, triangle, {
        at,
        weights: [i0 / near, i1 / near, i2 / near],
        lighting: scene.lighting,
        target: scene.target,
      });
    }
  }
}

/** Renders a model at `side` × `side`. Nearly transparent materials are left out; others are opaque. */
export function renderModel(model: ObjModel, view: View, side: number): Render {
  const camera = placeCamera(model, view, side);
  const light = direction(view.lightAzimuth, view.lightElevation);
  const half = scaleTo1([light[0] + camera.back[0], light[1] + camera.back[1], light[2] + camera.back[2]]);
  const target: Target = { side, data: new Uint8Array(side * side * 4), depth: new Float32Array(side * side) };
  const corners: Projected = { x: new Float64Array(3), y: new Float64Array(3), inverse: new Float64Array(3) };
  const lighting: Lighting = { light, half, view, back: camera.back };
  for (let triangle = 0; triangle < model.materialOf.length; triangle += 1) {
    const material = model.materials[model.materialOf[triangle] ?? 0];
    if (material === undefined || material.opacity < 0.15) continue;
    if (projectCorners(model, triangle, { camera, side, out: corners }))
      drawTriangle(model, triangle, { corners, lighting, target });
  }
  return { side, data: target.data };
}
