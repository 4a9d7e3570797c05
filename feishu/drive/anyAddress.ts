import { InputError } from '../input';
import type { DocumentType } from './documentAddress';

/** What a person named, as far as the address or the token tells. */
export interface NamedDocument {
	/** Undefined where a token does not tell of what it is. */
	type: DocumentType | undefined;
	/** Of a wiki's page it is that of the page (`type` is `wiki`). */
	token: string;
	/** The sheet or table that the address opens. */
	part?: string;
}

const COPY =
	'Open it in the browser and copy the address, such as https://example.feishu.cn/docx/UMKcdhmaOo6PcpxkEMOcSC5Qnxb';

/** What stands in an address before the token. */
const KINDS: Readonly<Record<string, DocumentType>> = {
	base: 'bitable',
	doc: 'doc',
	docs: 'doc',
	docx: 'docx',
	file: 'file',
	folder: 'folder',
	mindnote: 'mindnote',
	mindnotes: 'mindnote',
	sheets: 'sheet',
	slides: 'slides',
	spreadsheets: 'sheet',
	wiki: 'wiki',
};

/** Three letters that tell what a token is of: old ones begin with them, new ones have them at 5, 10 and 15. */
const LETTERS: Readonly<Record<string, DocumentType>> = {
	bas: 'bitable',
	bmn: 'mindnote',
	box: 'file',
	doc: 'doc',
	dox: 'docx',
	fld: 'folder',
	sht: 'sheet',
	sld: 'slides',
	wik: 'wiki',
};

const TOKEN = /^[A-Za-z0-9]{10,64}$/;

/** Pages of a wiki's own, which look as if they had a token. */
const NO_NODE: ReadonlySet<string> = new Set(['settings', 'space', 'home']);

/**
 * What lies in Drive or in a wiki, by its address or its token.
 * @param label the name of the field on the panel
 * @throws InputError for what is neither
 */
export function anyAddress(label: string, entered: string): NamedDocument {
	const given = entered.trim();
	if (given === '') throw new InputError(label, `The field '${label}' is empty`, COPY);
	if (!/^https?:\/\//i.test(given)) {
		if (TOKEN.test(given)) return { type: typeOfToken(given), token: given };
		throw new InputError(label, `The field '${label}' holds no address and no token: ${given.slice(0, 60)}`, COPY);
	}
	const { pathname = '', searchParams } = URL.canParse(given) ? new URL(given) : {};
	const [, kind = '', token] = ADDRESS.exec(pathname) ?? [];
	const type = KINDS[kind];
	const part = searchParams?.get('sheet') ?? searchParams?.get('table') ?? undefined;
	if (type !== undefined && token !== undefined && !(type === 'wiki' && NO_NODE.has(token)))
		return { type, token, ...(part && { part }) };
	throw new InputError(
		label,
		`The field '${label}' holds an address without a file or document: ${given.slice(0, 80)}`,
		COPY,
	);
}

const ADDRESS = new RegExp(`/(${Object.keys(KINDS).join('|')})/([A-Za-z0-9]+)`);

/** Undefined where the token does not tell; the platform promises no form. */
function typeOfToken(token: string): DocumentType | undefined {
	const old = /^(bas|bmn|box|doc|dox|fld|sht|sld|wik)(?:cn|us|lg|jp)/.exec(token)?.[1];
	const letters = old ?? `${token.charAt(4)}${token.charAt(9)}${token.charAt(14)}`;
	return old !== undefined || token.length === 27 ? LETTERS[letters] : undefined;
}
