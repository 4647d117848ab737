import { tiffStructure } from './tiff-file.ts';

/** A TIFF structure with one orientation tag, as in EXIF. */
export function exifBlock(orientation: number, order: 'II' | 'MM' = 'MM'): Uint8Array {
  return tiffStructure([{ 274: [orientation] }], { order });
}

/** An XMP packet with the orientation as attribute or as element. */
export function xmpPacket(orientation: number, form: 'attribute' | 'element' = 'attribute'): string {
  const property =
    form === 'attribute'
      ? `<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="${orientation}"/>`
      : `<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"><tiff:Orientation>${orientation}</tiff:Orientation></rdf:Description>`;
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${property}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}
