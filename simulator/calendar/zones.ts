/** A day in seconds. */
export const DAY = 86_400;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
	if (formats.has(zone)) return formats.get(zone);
	let format: Intl.DateTimeFormat | undefined;
	try {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
		});
	} catch {
		format = undefined;
	}
	formats.set(zone, format);
	return format;
}

export const isZone = (zone: string): boolean => /^[A-Za-z]/.test(zone) && formatOf(zone) !== undefined;

/** What clocks of a zone show at a moment, both in seconds: the moment at which UTC shows the same. */
export function shownAt(seconds: number, zone: string): number {
	const parts = formatOf(zone)?.formatToParts(seconds * 1000);
	const of = (name: string) => Number(parts?.find(({ type }) => type === name)?.value);
	return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) / 1000;
}

/** The moment at which clocks of a zone show that; of two the earlier, and where the clock jumps over it the one after. */
export function momentOf(shown: number, zone: string): number {
	const guesses = [DAY, -DAY].map((shift) => {
		const near = shown + shift;
		return shown - (shownAt(near, zone) - near);
	});
	const fitting = guesses.filter((guess) => shownAt(guess, zone) === shown);
	return fitting.length > 0 ? Math.min(...fitting) : Math.max(...guesses);
}

/** A moment as RFC 3339 has it, with the distance of the zone from UTC. */
export function written(seconds: number, zone: string): string {
	const shown = shownAt(seconds, zone);
	const minutes = Math.round((shown - seconds) / 60);
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	const distance = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
	return `${new Date(shown * 1000).toISOString().slice(0, 19)}${distance}`;
}
