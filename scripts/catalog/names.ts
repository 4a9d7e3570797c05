import type { Endpoint } from './types';

/** Last parts of SDK methods that read better in other words; what follows is the resource. */
const ACTIONS: Record<string, string> = {
	patch: 'Update',
	mget: 'Batch get',
	del: 'Delete',
	detail: 'Get details of',
	info: 'Get info of',
	subscription: 'Subscribe to',
	unsubscription: 'Unsubscribe from',
};

/** A method whose name begins with one of these says by itself what it does; any other names a thing. */
const VERBS = new Set(
	(
		'active add apply approve archive ask auto batch bind cancel change check close convert copy create del delete disable do download ' +
		'edit enable end exit export fetch find forward get import invite join leave list mark merge modify move open parse pass patch ' +
		'post publish pull push query read recall recognize refuse reject release remind remove render reply reserve reset restore ' +
		'resurrect revoke rollback search send set start stop submit sync transfer trash unbind update upgrade upload'
	).split(' '),
);

/** What a method that names a thing does with it. */
const METHODS: Record<string, string> = { GET: 'Get', PUT: 'Update', PATCH: 'Update', DELETE: 'Delete' };

/** Words that are not written in lower case. */
const SPELLED = new Map(
	[
		'AI',
		'API',
		'ID',
		'IDs',
		'URL',
		'OCR',
		'QR',
		'HRBP',
		'HTML',
		'SQL',
		'CPST',
		'OKR',
		'MCP',
		'ISV',
		'VC',
		'FAQ',
		'SMS',
		'PIN',
	].map((word) => [word.toLowerCase(), word] as const),
);

const words = (name: string): string =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.split(/[\s_\-.]+/)
		.map((word) => SPELLED.get(word.toLowerCase()) ?? word.toLowerCase())
		.join(' ');

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const plural = (text: string): string => {
	if (/children$/.test(text)) return text;
	if (/(s|x|ch|sh)$/.test(text)) return /[^s]s$/.test(text) ? text : `${text}es`;
	return /[^aeiou]y$/.test(text) ? `${text.slice(0, -1)}ies` : `${text}s`;
};

/** "Get agent agent email" → "Get agent email": resources often repeat what they belong to. */
const withoutRepeats = (text: string): string =>
	text
		.split(' ')
		.filter((word, index, all) => word !== all[index - 1])
		.join(' ');

/**
 * From the SDK's method: "hire.v1.job.list" → "List jobs", "vc.v1.room.search" → "Search room",
 * "im.v1.chatMembers.isInChat" → "Is in chat (chat members)". Never empty.
 */
export const nameOfMethod = (sdk: string, method: string): string => withoutRepeats(phrase(sdk, method));

function phrase(sdk: string, method: string): string {
	const parts = sdk
		.split('.')
		.slice(1)
		.filter((part) => !/^v\d+$/.test(part));
	const action = parts.pop() ?? sdk;
	const resource = words(parts.join('.'));
	const said = words(action);
	if (!resource) return upperFirst(said);
	if (action === 'list') return `List ${plural(resource)}`;
	if (action in ACTIONS) return `${ACTIONS[action]} ${resource}`;
	const [verb = '', ...rest] = said.split(' ');
	if (!VERBS.has(verb))
		return METHODS[method] ? `${METHODS[method]} ${resource} ${said}` : `${upperFirst(said)} (${resource})`;
	if (rest.length === 0) return upperFirst(`${verb} ${resource}`);
	if (verb === 'batch' && rest.length === 1) return upperFirst(`${said} ${plural(resource)}`);
	return resource.endsWith(rest.join(' ')) ? upperFirst(`${verb} ${resource}`) : upperFirst(`${said} (${resource})`);
}

/** For an endpoint that has neither a title nor an SDK method: "GET /open-apis/a/v1/rooms/:id/detail" → "Get rooms detail". */
export function nameOfPath(method: string, path: string): string {
	const verb =
		{ GET: 'Get', POST: 'Post', PUT: 'Update', PATCH: 'Update', DELETE: 'Delete' }[method] ?? upperFirst(words(method));
	const steps = path
		.split('/')
		.filter((step) => step && !step.startsWith(':') && step !== 'open-apis' && !/^v\d+$/.test(step));
	return `${verb} ${words(steps.slice(1).join('.') || steps.join('.'))}`;
}

/** A title as the catalog writes it: one line, first letter upper case, no full stop. */
export const tidy = (title: string): string =>
	upperFirst(
		title
			.replace(/\s+/g, ' ')
			.replace(/[.。;；]\s*$/, '')
			.trim(),
	);

/** An English title, which may have come with the brackets of a Chinese one. */
export const tidyEn = (title: string): string => tidy(title.replace(/\s*（/g, ' (').replace(/）/g, ')'));

/** Longest Chinese title: where the SDK has a description in its place, the first clause has to do. */
const ZH_LIMIT = 40;

export const tidyZh = (title: string): string => {
	const whole = tidy(title);
	return whole.length <= ZH_LIMIT ? whole : (whole.split(/[，。；,;]/)[0] ?? whole).slice(0, ZH_LIMIT);
};

const resourceOf = ({ sdk, path }: Endpoint): string => {
	const parts = sdk
		?.split('.')
		.slice(1, -1)
		.filter((part) => !/^v\d+$/.test(part));
	return words(
		parts?.length
			? parts.join('.')
			: (path
					.split('/')
					.filter((step) => step && !step.startsWith(':'))
					.at(-1) ?? path),
	);
};

/** What tells two endpoints of one name apart, in the order in which it is tried. */
const HINTS: ((endpoint: Endpoint) => string | undefined)[] = [
	({ version }) => version,
	resourceOf,
	({ sdk }) => sdk && words(sdk.split('.').at(-1) ?? ''),
	({ method }) => method,
	({ path }) => path,
];

/**
 * Gives endpoints of one domain that share a name a hint in brackets: "Create job (v2)", "Query (cost center)".
 * Changes the names in place.
 */
export function distinguish(endpoints: Endpoint[]): void {
	for (const hint of HINTS) {
		const byName = new Map<string, Endpoint[]>();
		for (const endpoint of endpoints) {
			const key = endpoint.name.en.toLowerCase();
			byName.set(key, [...(byName.get(key) ?? []), endpoint]);
		}
		for (const same of byName.values()) {
			const hints = same.map((endpoint) => hint(endpoint));
			if (same.length < 2 || new Set(hints).size < 2) continue;
			same.forEach((endpoint, index) => {
				if (hints[index]) endpoint.name.en += ` (${hints[index]})`;
			});
		}
	}
}
