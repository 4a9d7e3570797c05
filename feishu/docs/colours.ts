/**
 * Colours of words, and of what is behind them, by their numbers.
 * @see https://open.feishu.cn/document/docs/docs/data-structure/block (TextElementStyle, Callout)
 */
const HUES = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;

/** From 1 on, of words and of the edge of a callout. */
const WORDS: readonly string[] = [...HUES, 'gray'];

/** From 1 on, behind words and in a callout. */
const BEHIND: readonly string[] = [...HUES.map((hue) => `light-${hue}`), 'medium-gray', ...HUES, 'gray', 'light-gray'];

const SAME: Readonly<Record<string, string>> = {
	'pale-gray': 'light-gray',
	'dark-gray': 'gray',
};

const LINKED: Readonly<Record<string, string>> = { ...SAME, violet: 'purple', pink: 'red', grey: 'gray', black: '' };

const named = (list: readonly string[], written: string): number | undefined => {
	const name = written.trim().toLowerCase().replace('grey', 'gray');
	const at = list.indexOf(SAME[name] ?? name);
	return at === -1 ? undefined : at + 1;
};

/** Of words: 1 to 7. Undefined for what is no colour of the platform. */
export function wordsColour(written: string): number | undefined {
	return named(WORDS, written) ?? nearest(written, (hue, light) => (light ? `${hue}` : hue), WORDS);
}

/** Behind words, 1 to 15. */
export function behindColour(written: string): number | undefined {
	return named(BEHIND, written) ?? nearest(written, (hue, light) => (light ? `light-${hue}` : hue), BEHIND);
}

export const wordsColourName = (number: unknown): string => WORDS[Number(number) - 1] ?? '';
export const behindColourName = (number: unknown): string => BEHIND[Number(number) - 1] ?? '';

/** A colour of a web page as the nearest one that documents have; black and white are none. */
function nearest(
	written: string,
	name: (hue: string, light: boolean) => string,
	list: readonly string[],
): number | undefined {
	const known = LINKED[written.trim().toLowerCase()];
	if (known !== undefined) return named(list, known);
	const parts = rgbOf(written);
	if (!parts) return undefined;
	const [red, green, blue] = parts;
	const most = Math.max(red, green, blue);
	const least = Math.min(red, green, blue);
	if (most - least < 24) return least > 235 || most < 80 ? undefined : named(list, name('gray', least > 200));
	const turn =
		most === red
			? ((green - blue) / (most - least) + 6) % 6
			: most === green
				? (blue - red) / (most - least) + 2
				: (red - green) / (most - least) + 4;
	const hue = BY_DEGREE.find(([until]) => turn * 60 < until)?.[1] ?? 'red';
	return named(list, name(hue, least > 140));
}

const BY_DEGREE: ReadonlyArray<readonly [until: number, hue: string]> = [
	[15, 'red'],
	[43, 'orange'],
	[68, 'yellow'],
	[165, 'green'],
	[255, 'blue'],
	[330, 'purple'],
];

function rgbOf(written: string): [number, number, number] | undefined {
	const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(written.trim());
	if (short) return [hex(`${short[1]}${short[1]}`), hex(`${short[2]}${short[2]}`), hex(`${short[3]}${short[3]}`)];
	const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(written.trim());
	if (long) return [hex(long[1]), hex(long[2]), hex(long[3])];
	const rgb = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})/i.exec(written.trim());
	return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : undefined;
}

const hex = (digits = ''): number => Number.parseInt(digits, 16);
