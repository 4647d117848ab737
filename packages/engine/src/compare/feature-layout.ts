import type { AnalysedPicture, PictureView } from './analyser.ts';
import { descriptorWords } from '../features/brief-pattern.ts';
import { layerShape } from '../features/embedding-network.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import { labHistogramLength } from '../features/colour-kernels.ts';
import { mapWindows } from '../features/map-windows.ts';
import { grounds } from '../ingest/ground.ts';
import { ByteReader, ByteWriter } from './aligned-bytes.ts';
import { builtInFeatures } from './score-pair.ts';

/** Number of the layout below: features kept in another one are not looked for. */
export const layoutVersion = 2;

/** Most values of an own model's embedding. */
const longestOwn = 65_536;
/** Most keypoints; a picture has a few hundred. */
const mostPoints = 65_536;

const { block6, block13, block16 } = layerShape;
const windowsLength = mapWindows.length * block13.embeddingLength;

/**
 * An analysed picture as bytes, little-endian, every part at a multiple of four; `undefined` for one that has not the shapes below, as that
 * of another analyser may not.
 *
 * - picture: `empty` and `default image only` as bits 0 and 1, `frameCount`, number of views (32-bit integers), the views
 * - view: frame, ground (0 none, else its place in `grounds`, from 1), width and height of the raster, its bytes, length of an own model's
 *   embedding (0: none), that embedding (32-bit floats), the built-in features
 * - features: width, height; typicality, contrast, colours, share of bars (64-bit floats); the three embeddings, the windows' embeddings,
 *   the histogram (32-bit floats, as many as the network and the histogram have); number of points; x, y, angle, scale (32-bit floats); the
 *   descriptors, eight 32-bit words a point
 */
export function encodeFeatures({
  views,
  isEmpty,
  frameCount,
  isDefaultImageOnly,
}: AnalysedPicture): Uint8Array | undefined {
  const writer = new ByteWriter();
  writer.integer((isEmpty ? 1 : 0) | (isDefaultImageOnly ? 2 : 0));
  writer.integer(frameCount);
  writer.integer(views.length);
  for (const view of views) writeView(writer, view);
  return writer.finish();
}

/** The picture of such bytes; `undefined` for any others. Whatever they are, it neither throws nor takes more memory than they do. */
export function decodeFeatures(bytes: Uint8Array): AnalysedPicture | undefined {
  const reader = new ByteReader(bytes);
  const flags = reader.integer(3);
  const frameCount = reader.integer();
  const count = reader.integer();
  const views: PictureView[] = [];
  while (views.length < count && reader.isWhole) views.push(readView(reader));
  const [first, ...others] = views;
  if (!reader.isAtEnd || first === undefined) return undefined;
  return {
    views: [first, ...others],
    isEmpty: (flags & 1) === 1,
    frameCount,
    isDefaultImageOnly: (flags & 2) === 2,
  };
}

function writeView(writer: ByteWriter, view: PictureView): void {
  const { frame, ground, raster, features } = view;
  writer.integer(frame);
  writer.integer(ground === undefined ? 0 : grounds.indexOf(ground) + 1);
  writer.integer(raster.width);
  writer.integer(raster.height);
  writer.bytes(raster.data, raster.width * raster.height * 3);
  const own = 'embedding' in features ? features.embedding : new Float32Array();
  if (raster.data.length === 0 || ('embedding' in features && own.length === 0)) writer.refuse();
  writer.integer(own.length, longestOwn);
  writer.floats(own, own.length);
  writeFeatures(writer, builtInFeatures(view));
}

function readView(reader: ByteReader): PictureView {
  const frame = reader.integer();
  const ground = grounds[reader.integer(grounds.length) - 1];
  const [width, height] = [reader.integer(), reader.integer()];
  const data = reader.bytes(width * height * 3);
  if (data.length === 0) reader.refuse();
  const own = reader.floats(reader.integer(longestOwn));
  const builtIn = readFeatures(reader);
  return {
    frame,
    ...(ground === undefined ? {} : { ground }),
    raster: { width, height, data },
    features: own.length === 0 ? builtIn : { embedding: own, builtIn },
  };
}

function writeFeatures(writer: ByteWriter, features: FeatureSet): void {
  const { width, height, typicality, traits, embeddings, windows, lab, local } = features;
  writer.integer(width);
  writer.integer(height);
  for (const value of [typicality, traits.contrast, traits.colours, traits.barShare]) writer.double(value);
  writer.floats(embeddings.block6, block6.embeddingLength);
  writer.floats(embeddings.block13, block13.embeddingLength);
  writer.floats(embeddings.block16, block16.embeddingLength);
  writer.floats(windows, windowsLength);
  writer.floats(lab, labHistogramLength);
  const points = local.x.length;
  writer.integer(points, mostPoints);
  for (const values of [local.x, local.y, local.angle, local.scale]) writer.floats(values, points);
  writer.words(local.descriptors, descriptorWords * points);
}

function readFeatures(reader: ByteReader): FeatureSet {
  const [width, height] = [reader.integer(), reader.integer()];
  const [typicality, contrast, colours, barShare] = [
    reader.double(),
    reader.double(),
    reader.double(),
    reader.double(),
  ];
  const embeddings = {
    block6: reader.floats(block6.embeddingLength),
    block13: reader.floats(block13.embeddingLength),
    block16: reader.floats(block16.embeddingLength),
  };
  const windows = reader.floats(windowsLength);
  const lab = reader.floats(labHistogramLength);
  const points = reader.integer(mostPoints);
  const [x, y, angle, scale] = [
    reader.floats(points),
    reader.floats(points),
    reader.floats(points),
    reader.floats(points),
  ];
  const local = { x, y, angle, scale, descriptors: reader.words(descriptorWords * points) };
  return { width, height, embeddings, windows, typicality, lab, local, traits: { contrast, colours, barShare } };
}
