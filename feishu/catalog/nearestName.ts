import { editDistance } from './editDistance';

/** Of a name of so many letters, so many may be wrong. */
const SLIPS = [
	{ letters: 8, slips: 2 },
	{ letters: 4, slips: 1 },
];

/** The name that is meant by one that is written in another way (`userId`, `User_ID`), or mistyped. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
	const wanted = bare(name);
	const most = SLIPS.find(({ letters }) => wanted.length >= letters)?.slips ?? 0;
	const near = known
		.map((one) => ({ one, slips: editDistance(wanted, bare(one)) }))
		.filter(({ slips }) => slips <= most)
		.sort((a, b) => a.slips - b.slips);
	return near[0]?.one;
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
