import type { LimitValues } from './limit-values.ts';
import { at } from './openapi-document.ts';
import type { Json } from './openapi-document.ts';

/** Name of the picture scalar, and of the form whose fields are pictures. */
const pictureSchema = 'PictureContent';
const compareForm = 'CompareSimilarByImageForm';

/** Describes pictures by the limits: as far as possible in JSON Schema, the rest as an extension. */
export function describePictures(document: Json, limits: LimitValues): void {
  const schemas = at(document, 'components', 'schemas');
  Object.assign(at(schemas, pictureSchema), {
    minLength: 1,
    maxLength: limits.pictureBase64MaxLength,
    contentEncoding: 'base64',
    'x-picture': pictureRules(limits),
  });
  const parameters = at(document, 'components', 'parameters');
  for (const name of pictureFields(document)) {
    const parameter = at(parameters, `${compareForm}.${name}`);
    const schema = at(parameter, 'schema');
    parameter['schema'] = { ...schema, maxLength: limits.queryPictureMaxLength };
  }
  encodeForm(document);
  markFiles(document);
}

/**
 * Marks parts that are files. They have no type in the emitter's document, and generators would otherwise give them a type that forms
 * cannot append.
 */
function markFiles(document: Json): void {
  const properties = at(document, 'components', 'schemas', 'PostObjectForm', 'properties');
  Object.assign(at(properties, 'file'), {
    type: 'string',
    format: 'binary',
    contentMediaType: 'application/octet-stream',
  });
}

/** Machine-readable rules: limits of the file, of its sides by service type, and of the transfer. */
function pictureRules(limits: LimitValues): Json {
  const ranges = Object.entries(limits.serviceTypes).map(([name, { minPixels, maxPixels }]) => [
    name,
    { minPixels, maxPixels },
  ]);
  return {
    maxBytes: limits.pictureMaxBytes,
    formats: limits.pictureFormats,
    pixels: Object.fromEntries(ranges) as Json,
    orientations: [1],
    transferTimeoutMs: limits.transferTimeoutMs,
  };
}

/** Fields of the form that are pictures. */
function pictureFields(document: Json): string[] {
  const properties = at(document, 'components', 'schemas', compareForm, 'properties');
  return Object.entries(properties)
    .filter(([, property]) => JSON.stringify(property).includes(`schemas/${pictureSchema}"`))
    .map(([name]) => name);
}

/** Declares that the reserved characters of Base64 are escaped in a form. */
function encodeForm(document: Json): void {
  const media = at(document, 'paths', '/', 'post', 'requestBody', 'content', 'application/x-www-form-urlencoded');
  const fields = pictureFields(document).map((name) => [name, { style: 'form', explode: true, allowReserved: false }]);
  media['encoding'] = Object.fromEntries(fields) as Json;
}
