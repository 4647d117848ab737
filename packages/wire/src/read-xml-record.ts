import { RepeatedElements } from './record-reading.ts';
import type { RecordReading, WireRecord } from './record-reading.ts';
import { readXml } from './xml-reader.ts';
import type { XmlElement } from './xml-reader.ts';

/** Reads the fields of an answer in XML, up to the length limit of answers. Never throws. */
export function readXmlRecord(source: string): RecordReading {
  const text = source.replace(/^\ufeff/, '').trim();
  const root = /^<!doctype/i.test(text) ? undefined : readXml(text);
  if (root !== undefined && root.children.length > 0) return { ok: true, value: toRecord(root) };
  return { ok: false, reason: root === undefined ? 'not-well-formed' : 'not-an-envelope' };
}

function toRecord(element: XmlElement): WireRecord {
  const record: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const child of element.children) {
    const value = child.children.length > 0 ? toRecord(child) : child.text;
    const before = record[child.name];
    if (before instanceof RepeatedElements) before.push(value);
    else record[child.name] = before === undefined ? value : RepeatedElements.of(before, value);
  }
  return record;
}
