/* The card's colours, all from the programme's one. */

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const DEFAULT: Rgb = [11, 92, 92];
/** Relative luminance above which dark text reads better than white (WCAG 2). */
const LIGHT = 0.4;

type Rgb = readonly [number, number, number];

export interface Palette {
  readonly band: string;
  readonly onBand: string;
  readonly rosette: string;
  readonly rule: string;
  readonly label: string;
  readonly ink: string;
  readonly tint: string;
  readonly pattern: string;
}

/** What a template may choose for itself, each `#rrggbb`. */
type Chosen = Pick<Palette, 'band' | 'rule' | 'label' | 'ink'>;

/** The palette of a programme's colour, `#rrggbb`; any other text gives the default green. */
export function paletteOf(colour: string, chosen: Partial<Chosen> = {}): Palette {
  const base = parse(chosen.band ?? colour) ?? DEFAULT;
  const light = luminance(base) > LIGHT;
  return {
    band: hex(base),
    onBand: light ? '#1a1a1a' : '#ffffff',
    rosette: hex(mix(base, light ? [40, 40, 40] : [255, 255, 255], 0.3)),
    rule: hex(mix(base, [242, 169, 0], 0.85)),
    label: hex(mix(base, [40, 40, 40], light ? 0.7 : 0.35)),
    ink: '#15191c',
    tint: hex(mix(base, [255, 255, 255], 0.9)),
    pattern: hex(mix(base, [255, 255, 255], 0.82)),
    ...chosen,
  };
}

/** The contrast of two colours, 1 to 21 (WCAG 2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [one, other]
    .map((colour) => luminance(parse(colour) ?? DEFAULT))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function parse(colour: string): Rgb | null {
  const parts = HEX.exec(colour);
  return parts
    ? [Number.parseInt(parts[1], 16), Number.parseInt(parts[2], 16), Number.parseInt(parts[3], 16)]
    : null;
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

const hex = (colour: Rgb) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
