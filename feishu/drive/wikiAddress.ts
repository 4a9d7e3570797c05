import { InputError } from '../input';

const COPY =
	'Open the page in the browser and copy the address, such as https://example.feishu.cn/wiki/EpMmw5WZQi7TYRk…';

/** Pages of a wiki's own, which look as if they had a token. */
const NO_NODE: ReadonlySet<string> = new Set(['settings', 'space', 'home']);

const TOKEN = /^[A-Za-z0-9]{10,64}$/;

/**
 * The token of a wiki's page in what a person entered: the token itself, or the page's address.
 * @param label the name of the field on the panel
 * @throws InputError for anything else, with where to copy the right one
 */
export function wikiAddress(label: string, entered: string): string {
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, COPY);
	if (!/^https?:\/\//i.test(given)) {
		if (TOKEN.test(given)) return given;
		throw new InputError(label, `The field '${label}' holds no page of a wiki: ${given.slice(0, 60)}`, COPY);
	}
	const { pathname = '' } = URL.canParse(given) ? new URL(given) : {};
	const [, token] = /\/wiki\/([A-Za-z0-9]+)/.exec(pathname) ?? [];
	if (token !== undefined && !NO_NODE.has(token)) return token;
	throw new InputError(label, `The field '${label}' holds an address without a page: ${given.slice(0, 80)}`, COPY);
}
