/** An element of a drawing with its attributes. */
export function svgElement(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** A nested drawing that clips its content. @param left  its distance from the left. */
export function svgFrame(left: number, [width, height]: readonly [width: number, height: number]): SVGElement {
  return svgElement('svg', {
    x: String(left),
    y: '0',
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
  });
}
